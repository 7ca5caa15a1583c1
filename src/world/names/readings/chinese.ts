import { perCharacter } from './readings.ts';

/** Pinyin of the characters that Chinese names are written with, without tones. */
export const CHINESE = perCharacter(`
  an 安 ao 敖 bai 白柏 bao 包宝 bi 毕碧 biao 彪 bin 彬斌 bo 博波 bian 卞 cai 蔡才 cang 苍 cao 曹 cen 岑 chai 柴
  chang 常昌 chao 超 chen 陈晨辰宸 cheng 程成诚城呈 chi 驰 chong 聪 chun 春 cui 崔 dan 丹 dai 戴 deng 邓 di 迪
  ding 丁 dong 董东栋 du 杜 duan 段 fan 范樊 fang 方芳 fei 飞 fen 芬 feng 冯风锋凤 fu 付傅馥 gang 刚 gao 高
  ge 葛 geng 耿 gong 龚 gu 顾 guan 关 gui 桂癸 guo 郭国果 hai 海 han 韩涵翰 hang 航 hao 郝浩昊豪皓 he 何贺鹤
  hong 洪红弘鸿 hou 侯 hu 胡 hua 华 huang 黄 hui 辉慧 ji 季纪祺 jia 贾家嘉佳珈 jian 简建健 jiang 江姜蒋 jiao 焦娇
  jie 杰洁 jin 金晋锦 jing 静靖敬 jun 军君俊峻 juan 娟 kai 凯开楷 kang 康 ke 珂 kong 孔 lai 赖 lan 蓝兰 lei 雷磊
  le 乐 li 李黎丽立 liang 梁良 liao 廖 lin 林霖琳 ling 玲 liu 刘柳 long 龙 lu 卢陆鲁芦鹭 luo 罗骆 lyu 吕 ma 马 mai 麦
  mao 毛 mei 美梅 meng 孟蒙 miao 淼 min 敏民 ming 明 mo 莫默沫茗 mu 沐慕 na 娜 ni 倪 nie 聂 ning 宁 niu 牛 nuo 诺
  ou 欧 pan 潘 pang 庞 peng 彭鹏 ping 萍平 qi 齐祁琪 qian 钱倩 qiang 强 qiao 乔 qin 秦琴 qing 擎 qiu 邱 quan 全
  ran 然 ren 任 rong 荣融榕 rou 柔 ruan 阮 rui 瑞睿锐 run 润 san 三 shan 山 shang 尚 shao 邵绍 shen 沈申 sheng 晟
  shi 石施史诗 shuai 帅 si 思 song 宋松 su 苏 sun 孙 tan 谭 tang 汤唐堂 tao 陶涛韬 tian 田天 ting 婷 tong 桐彤童 tu 涂
  wan 万 wang 王汪 wei 韦魏伟 wen 温文雯 weng 翁 wu 吴武伍 xi 熙汐 xia 夏霞 xian 贤 xiang 向翔香祥 xiao 肖萧晓潇
  xie 谢 xin 辛鑫欣馨昕新 xing 邢 xiong 熊雄 xiu 秀修 xu 许徐旭 xuan 轩萱煊炫 xue 薛雪 yan 严颜燕艳妍焱闫阎炎 yang 杨阳洋
  yao 姚瑶尧耀 ye 叶烨 yi 易依义怡毅奕翊懿艺一苡乙 yin 尹殷 ying 英颖 yong 勇 you 尤 yu 于余俞雨玉宇瑜煜语愚钰羽 yuan 袁渊源远苑
  yue 岳悦玥越月 yun 云 ze 泽 zeng 曾 zhai 翟 zhan 展 zhang 张章 zhao 赵 zhe 哲 zhen 珍振 zheng 郑正政 zhi 志智治致
  zhong 钟中 zhou 周 zhu 朱祝 zhuang 庄 zhuo 卓 zi 子紫梓 zou 邹 ruo 若 si 司`);
