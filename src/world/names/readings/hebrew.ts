import { perName } from './readings.ts';

/** How Hebrew given names are written in Latin letters: the script leaves most vowels out. */
export const HEBREW_GIVEN = perName(`
  אביה Aviya אגם Agam אדר Adar אופיר Ofir אור Or אורי Uri אלמוג Almog אריאל Ariel ארבל Arbel גיל Gil גל Gal דור Dor
  דניאל Daniel הדר Hadar הלל Hillel זוהר Zohar זיו Ziv חן Chen טל Tal יובל Yuval ירדן Yarden כרמל Carmel ליאור Lior
  לירון Liron מאור Maor מור Mor מיכאל Michael מעיין Maayan נועם Noam ניצן Nitzan סהר Sahar עדי Adi עדן Eden עומר Omer
  עמית Amit רוני Roni רותם Rotem רז Raz שגב Segev שחר Shachar שי Shai שיר Shir שקד Shaked שרון Sharon תום Tom תומר Tomer
  אביב Aviv אביגיל Avigail אביטל Avital אופירה Ofira אורית Orit אורלי Orly איילה Ayala איילת Ayelet אילנה Ilana אילנית Ilanit
  אלינור Elinor אנה Anna אסתר Esther אפרת Efrat אריאלה Ariela בתיה Batya גבריאלה Gabriela גלי Gali גליה Galia גלית Galit
  דבורה Dvora דינה Dina דליה Dalia דנה Dana דניאלה Daniela דפנה Dafna הגר Hagar הדס Hadas הדסה Hadassa הילה Hila ורד Vered
  זהבה Zehava חגית Hagit חנה Hanna טובה Tova טלי Tali טליה Talia יהודית Yehudit יסמין Yasmin יעל Yael יערה Yaara יפה Yafa
  יפעת Yifat כרמית Carmit לאה Lea ליאת Liat ליהיא Lihi לילך Lilach לימור Limor מאיה Maya מוריה Moria מיטל Meital מיכל Michal
  מלכה Malka מרב Merav מרים Miriam מרינה Marina נגה Noga נועה Noa נורית Nurit נטלי Natalie נעמה Naama נעמי Naomi סיגלית Sigalit
  סיון Sivan סמדר Smadar ספיר Sapir ענבל Inbal ענבר Inbar ענת Anat צופיה Tzofia קרן Keren רבקה Rivka רונית Ronit רות Ruth
  רחל Rachel רינת Rinat רננה Renana רעות Reut שולמית Shulamit שושנה Shoshana שירה Shira שירי Shiri שלומית Shlomit שני Shani
  שרה Sara שרית Sarit תהילה Tehila תמר Tamar תמרה Tamara אביגדור Avigdor אבירם Aviram אבישי Avishai אברהם Avraham אהוד Ehud
  אהרון Aharon אוריאל Uriel אורן Oren אייל Eyal אילן Ilan איתי Itai איתמר Itamar איתן Eitan אלדד Eldad אלון Alon אליהו Eliyahu
  אלעד Elad אמיר Amir אמנון Amnon אסף Asaf אפרים Efraim ארז Erez ארי Ari אריה Arie אשר Asher בועז Boaz בנימין Binyamin
  ברוך Baruch ברק Barak גדעון Gideon גור Gur גיא Guy גלעד Gilad דביר Dvir דוד David דן Dan דני Dani דרור Dror הראל Harel
  זאב Zeev חגי Haggai חיים Haim חנן Hanan יאיר Yair יגאל Yigal יהודה Yehuda יהונתן Yehonatan יואב Yoav יואל Yoel יונתן Yonatan
  יוסף Yosef יורם Yoram יותם Yotam יניב Yaniv יעקב Yaakov יפתח Yiftach יצחק Yitzhak ירון Yaron יריב Yariv ישי Yishai ליאון Leon
  מאיר Meir מנחם Menachem מרדכי Mordechai משה Moshe מתן Matan נדב Nadav ניר Nir נמרוד Nimrod נפתלי Naftali נתן Natan
  נתנאל Netanel עודד Oded עומרי Omri עופר Ofer עידו Ido עידן Idan עמוס Amos ערן Eran צבי Zvi ראובן Reuven רועי Roi רן Ran
  רפאל Rafael שאול Shaul שגיא Sagi שלום Shalom שלומי Shlomi שלמה Shlomo שמואל Shmuel שמעון Shimon תמיר Tamir`);

/** The same for family names. */
export const HEBREW_FAMILY = perName(`
  אביב Aviv אבידן Avidan אבינר Aviner אבני Avni אבנר Avner אברהמי Avrahami אגוזי Egozi אדלר Adler אדמון Admon אהרוני Aharoni
  אור Or אורן Oren אזרחי Ezrahi אייל Eyal אילן Ilan אלון Alon אלוני Aloni אליהו Eliyahu אליצור Elitzur אלמוג Almog
  אמיר Amir אמיתי Amitai ארבל Arbel ארגמן Argaman ארד Arad ארזי Arazi אריאלי Arieli ארמוני Armoni ארנון Arnon אשכנזי Ashkenazi
  בהט Bahat בן ארי Ben Ari בן דוד Ben David בן חיים Ben Haim בן יעקב Ben Yaakov בן שחר Ben Shachar בנימיני Binyamini
  ברוך Baruch ברוש Brosh ברזילי Barzilai ברק Barak ברקאי Barkai ברקן Barkan בשן Bashan גאון Gaon גבאי Gabai גבע Geva
  גבעון Givon גולן Golan גורן Goren גזית Gazit גינת Ginat גלבוע Gilboa גלילי Galili גלעד Gilad גפן Gefen גפני Gafni
  גרשון Gershon דביר Dvir דגן Dagan דגני Dagani דוד David דור Dor דורי Dori דותן Dotan דניאלי Danieli דקל Dekel דרור Dror
  הדר Hadar הלוי Halevi הראל Harel זאבי Zeevi זהבי Zehavi זוהר Zohar זכאי Zakai זמיר Zamir חזן Hazan חיים Haim חן Chen
  חסון Hason טביב Taviv יובל Yuval יוסף Yosef יעקבי Yaakobi יערי Yaari יפה Yafe יצחקי Yitzhaki ירדני Yardeni ירון Yaron
  ישראלי Yisraeli כהן Cohen כספי Caspi כפיר Kfir כרמי Carmi כרמל Carmel כרמלי Carmeli לב Lev לביא Lavi לבנון Levanon
  להב Lahav לוטן Lotan לוי Levi מאור Maor מאירי Meiri מגל Magal מור Mor מזור Mazor מזרחי Mizrahi מלכה Malka מלמד Melamed
  מנור Manor מעוז Maoz מרום Marom נאור Naor נבון Navon נוימן Neuman נחום Nahum נחשון Nachshon ניצן Nitzan נסים Nissim
  סגל Segal סדן Sadan סופר Sofer סלע Sela סמדר Smadar ספיר Sapir עברון Evron עובדיה Ovadia עופר Ofer עמית Amit ענבר Inbar
  ערמון Armon פורת Porat פז Paz פלד Peled פרי Peri פרץ Peretz צדוק Tzadok צור Tzur צמח Tzemach קדמון Kadmon קדר Kedar
  קורן Koren קמחי Kimchi קציר Katzir קשת Keshet ראובני Reuveni רביד Ravid רגב Regev רווה Raveh רז Raz רחמים Rahamim רם Ram
  רמון Rimon שגב Segev שגיא Sagi שדה Sade שוהם Shoham שחר Shachar שלו Shalev שלום Shalom שמואלי Shmueli שמעון Shimon
  שמש Shemesh שני Shani שפיר Shapir שקד Shaked שרון Sharon ששון Sasson תבור Tavor תמיר Tamir תומר Tomer`);
