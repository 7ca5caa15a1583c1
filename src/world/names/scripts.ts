import { type NameList, nameList } from './name-list.ts';

/** Names in other scripts, each with its transliteration, and people who carry one name only. */
export const SCRIPT_NAMES: NameList[] = [
  nameList('chinese', 20, {
    given: `伟|Wei 芳|Fang 秀英|Xiuying 敏|Min 静|Jing 丽|Li 强|Qiang 磊|Lei 洋|Yang 艳|Yan 勇|Yong 杰|Jie 晓明|Xiaoming
        子涵|Zihan 雨桐|Yutong 浩然|Haoran 建国|Jianguo 婷婷|Tingting`,
    family:
      '王|Wang 李|Li 张|Zhang 刘|Liu 陈|Chen 杨|Yang 黄|Huang 赵|Zhao 吴|Wu 周|Zhou 徐|Xu 孙|Sun 马|Ma 欧阳|Ouyang',
    order: 'familygiven',
  }),
  nameList('japanese', 14, {
    given: `美咲|Misaki 翔太|Shota 健一|Kenichi 陽菜|Hina 大輔|Daisuke 由美子|Yumiko さくら|Sakura 直樹|Naoki 結衣|Yui
        拓也|Takuya 恵子|Keiko 誠|Makoto`,
    family:
      '佐藤|Sato 鈴木|Suzuki 高橋|Takahashi 田中|Tanaka 渡辺|Watanabe 伊藤|Ito 山本|Yamamoto 中村|Nakamura 小林|Kobayashi',
    order: 'family given',
  }),
  nameList('korean', 14, {
    given:
      '민준|Minjun 서연|Seoyeon 지훈|Jihun 수빈|Subin 예은|Yeeun 현우|Hyunwoo 지우|Jiwoo 도윤|Doyun 하은|Haeun 성민|Seongmin',
    family: '김|Kim 이|Lee 박|Park 최|Choi 정|Jung 강|Kang 조|Cho 윤|Yoon 장|Jang 임|Lim',
    order: 'familygiven',
  }),
  nameList('arabic', 18, {
    given: `محمد|Mohammed فاطمة|Fatima أحمد|Ahmad ليلى|Layla يوسف|Yousef نور|Noor خالد|Khaled
     مريم|Maryam عمر|Omar سلمى|Salma طارق|Tariq هدى|Huda`,
    family: `الحسن|Alhassan حداد|Haddad منصور|Mansour الخطيب|Alkhatib نجار|Najjar صباغ|Sabbagh
     درويش|Darwish الأحمد|Alahmad قاسم|Qasim زيدان|Zidan`,
  }),
  nameList('hebrew', 12, {
    given:
      'נועה|Noa דוד|David יעל|Yael אבי|Avi תמר|Tamar איתן|Eitan שירה|Shira משה|Moshe רחל|Rachel עומר|Omer',
    family:
      'כהן|Cohen לוי|Levi מזרחי|Mizrahi פרץ|Peretz ביטון|Biton אברהם|Avraham פרידמן|Friedman שפירא|Shapira',
  }),
  nameList('one name', 12, {
    given: `Suharno Wulandari Budiono Sutrisno Kartika Purnomo Handoko Lestari Widodoro Suparman
     Rahayu Setiawati Madhavan Thangavelu Selvarani Perumal Kuppuswamy Annamalai Poornima
     Muthulakshmi`,
    family: '',
  }),
];
