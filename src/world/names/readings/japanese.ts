import { perName } from './readings.ts';

/** How Japanese given names are read; one may be read in several ways, the commonest stands here. */
export const JAPANESE_GIVEN = perName(`
  あゆみ Ayumi さくら Sakura ひなた Hinata めぐみ Megumi ゆかり Yukari ハナ Hana ハル Haru フミ Fumi 葵 Aoi 七海 Nanami
  久子 Hisako 久美子 Kumiko 亜美 Ami 京子 Kyoko 佳奈 Kana 信子 Nobuko 優奈 Yuna 優子 Yuko 優花 Yuka 優衣 Yui 光子 Mitsuko
  八重子 Yaeko 典子 Noriko 凛 Rin 勝子 Katsuko 千代 Chiyo 千代子 Chiyoko 千夏 Chinatsu 千尋 Chihiro 友美 Tomomi 君子 Kimiko
  和子 Kazuko 咲良 Sakura 啓子 Keiko 奈々 Nana 孝子 Takako 幸子 Sachiko 弘子 Hiroko 彩 Aya 彩乃 Ayano 彩花 Ayaka 彩香 Ayaka
  恵 Megumi 恵子 Keiko 恵美 Emi 恵美子 Emiko 悦子 Etsuko 愛 Ai 愛子 Aiko 愛美 Manami 成美 Narumi 敏子 Toshiko 文子 Fumiko
  早紀 Saki 明日香 Asuka 明美 Akemi 智子 Tomoko 未来 Miku 杏 An 栄子 Eiko 桃子 Momoko 桜 Sakura 楓 Kaede 正子 Masako
  沙織 Saori 洋子 Yoko 浩子 Hiroko 清子 Kiyoko 照子 Teruko 玲奈 Rena 理恵 Rie 琴音 Kotone 由佳 Yuka 由美 Yumi 由美子 Yumiko
  百花 Momoka 直子 Naoko 直美 Naomi 真央 Mao 真由 Mayu 真由美 Mayumi 瞳 Hitomi 節子 Setsuko 紀子 Noriko 純子 Junko 結衣 Yui
  絵美 Emi 美咲 Misaki 美智子 Michiko 美月 Mizuki 美穂 Miho 美紀 Miki 美香 Mika 舞 Mai 良子 Yoshiko 花 Hana 芳子 Yoshiko
  茜 Akane 莉子 Riko 菜摘 Natsumi 菜月 Natsuki 裕子 Yuko 裕美 Hiromi 遥 Haruka 里奈 Rina 陽子 Yoko 陽菜 Hina 静子 Shizuko
  順子 Junko 香織 Kaori 麻美 Asami 麻衣 Mai 麻衣子 Maiko 一男 Kazuo 一輝 Kazuki 一郎 Ichiro 三郎 Saburo 亮 Ryo 亮太 Ryota
  修 Osamu 健 Ken 健一 Kenichi 健太 Kenta 健太郎 Kentaro 優太 Yuta 優斗 Yuto 剛 Tsuyoshi 勇 Isamu 勝 Masaru 匠 Takumi
  博 Hiroshi 博之 Hiroyuki 和也 Kazuya 和夫 Kazuo 和彦 Kazuhiko 哲也 Tetsuya 大介 Daisuke 大和 Yamato 大地 Daichi 大樹 Daiki
  大翔 Hiroto 大輔 Daisuke 大輝 Daiki 太一 Taichi 太陽 Taiyo 学 Manabu 実 Minoru 幸雄 Yukio 康平 Kohei 弘 Hiroshi 悠人 Yuto
  悠太 Yuta 悠斗 Yuto 拓也 Takuya 拓哉 Takuya 拓海 Takumi 昇 Noboru 明 Akira 昭 Akira 智也 Tomoya 正 Tadashi 正夫 Masao
  正男 Masao 正雄 Masao 武 Takeshi 武雄 Takeo 洋平 Yohei 浩 Hiroshi 浩一 Koichi 浩之 Hiroyuki 浩二 Koji 海斗 Kaito 涼太 Ryota
  清 Kiyoshi 直人 Naoto 直樹 Naoki 祐介 Yusuke 秀樹 Hideki 秀雄 Hideo 竜也 Tatsuya 義雄 Yoshio 翔 Sho 翔太 Shota 翔平 Shohei
  翼 Tsubasa 聡 Satoshi 英樹 Hideki 茂 Shigeru 蓮 Ren 誠 Makoto 豊 Yutaka 進 Susumu 達也 Tatsuya 陸 Riku 隆 Takashi 雄太 Yuta
  颯太 Sota 駿 Shun`);

/** The same for family names. */
export const JAPANESE_FAMILY = perName(`
  三上 Mikami 三好 Miyoshi 三宅 Miyake 三木 Miki 三浦 Miura 三輪 Miwa 上原 Uehara 上村 Uemura 上田 Ueda 上野 Ueno 中井 Nakai
  中原 Nakahara 中尾 Nakao 中山 Nakayama 中島 Nakajima 中川 Nakagawa 中村 Nakamura 中沢 Nakazawa 中西 Nakanishi 中野 Nakano
  丸山 Maruyama 久保 Kubo 久保田 Kubota 二宮 Ninomiya 五十嵐 Igarashi 井上 Inoue 今井 Imai 今村 Imamura 伊藤 Ito 佐々木 Sasaki
  佐藤 Sato 佐野 Sano 児玉 Kodama 八木 Yagi 内田 Uchida 内藤 Naito 前田 Maeda 加藤 Kato 北村 Kitamura 千葉 Chiba 原 Hara
  原田 Harada 古川 Furukawa 吉川 Yoshikawa 吉村 Yoshimura 吉田 Yoshida 吉野 Yoshino 和田 Wada 土屋 Tsuchiya 坂本 Sakamoto
  堀 Hori 堀内 Horiuchi 増田 Masuda 大久保 Okubo 大塚 Otsuka 大山 Oyama 大島 Oshima 大川 Okawa 大森 Omori 大橋 Ohashi
  大西 Onishi 大谷 Otani 大野 Ono 天野 Amano 太田 Ota 奥村 Okumura 安田 Yasuda 安藤 Ando 宮本 Miyamoto 宮崎 Miyazaki
  宮田 Miyata 富田 Tomita 小倉 Ogura 小山 Koyama 小島 Kojima 小川 Ogawa 小松 Komatsu 小林 Kobayashi 小池 Koike 小泉 Koizumi
  小笠原 Ogasawara 小野 Ono 尾崎 Ozaki 山下 Yamashita 山中 Yamanaka 山口 Yamaguchi 山崎 Yamazaki 山本 Yamamoto 山田 Yamada
  岡 Oka 岡崎 Okazaki 岡本 Okamoto 岡田 Okada 岩崎 Iwasaki 岩田 Iwata 島田 Shimada 川口 Kawaguchi 川崎 Kawasaki 川村 Kawamura
  工藤 Kudo 市川 Ichikawa 平井 Hirai 平田 Hirata 平野 Hirano 後藤 Goto 徳永 Tokunaga 斉藤 Saito 斎藤 Saito 新井 Arai
  早川 Hayakawa 星野 Hoshino 服部 Hattori 望月 Mochizuki 木下 Kinoshita 木村 Kimura 本田 Honda 杉山 Sugiyama 杉本 Sugimoto
  村上 Murakami 村田 Murata 松井 Matsui 松下 Matsushita 松尾 Matsuo 松岡 Matsuoka 松本 Matsumoto 松田 Matsuda 林 Hayashi
  柴田 Shibata 栗原 Kurihara 根本 Nemoto 桑原 Kuwabara 桜井 Sakurai 森 Mori 森本 Morimoto 森田 Morita 榊原 Sakakibara
  樋口 Higuchi 横山 Yokoyama 橋本 Hashimoto 武田 Takeda 水野 Mizuno 永井 Nagai 永田 Nagata 池田 Ikeda 河野 Kono 浅野 Asano
  浜田 Hamada 清水 Shimizu 渡辺 Watanabe 熊谷 Kumagai 片山 Katayama 田中 Tanaka 田村 Tamura 白石 Shiraishi 石井 Ishii
  石川 Ishikawa 石田 Ishida 神田 Kanda 福島 Fukushima 福田 Fukuda 秋山 Akiyama 竹内 Takeuchi 荒木 Araki 菅原 Sugawara
  菊地 Kikuchi 萩原 Hagiwara 藤井 Fujii 藤原 Fujiwara 藤本 Fujimoto 藤田 Fujita 西村 Nishimura 西田 Nishida 谷口 Taniguchi
  近藤 Kondo 遠藤 Endo 野口 Noguchi 野村 Nomura 金子 Kaneko 鈴木 Suzuki 関 Seki 阿部 Abe 青木 Aoki 須藤 Sudo 飯田 Iida
  高木 Takagi 高橋 Takahashi 高田 Takada 黒田 Kuroda`);
