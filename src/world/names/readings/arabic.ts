import { perName } from './readings.ts';

/** How Arabic given names are written in Latin letters: the script leaves the short vowels out. */
export const ARABIC_GIVEN = perName(`
  بتول Batoul براءة Baraa بلسم Balsam خلود Khulood ريم Reem عنود Anoud فاطمه Fatima نوف Nouf آسر Asser أحمد Ahmad أسامة Osama
  أسعد Asaad أشرف Ashraf أكرم Akram أمجد Amjad أمير Amir أمين Amin أنس Anas أنيس Anis أيمن Ayman إياد Iyad إيهاب Ihab
  ابراهيم Ibrahim باسل Basel باسم Bassem بدر Badr بسام Bassam بشار Bashar بلال Bilal بهيج Bahij تميم Tamim توفيق Tawfiq
  تيسير Taysir ثابت Thabet جابر Jaber جاسم Jassim جعفر Jaafar جلال Jalal جليل Jalil جمال Jamal جميل Jamil حاتم Hatem
  حازم Hazem حافظ Hafez حامد Hamed حبيب Habib حسام Hussam حسان Hassan حسن Hasan حكيم Hakim حلمي Hilmi حمدان Hamdan
  حمدي Hamdi حمزة Hamza حميد Hamid خالد Khaled خلدون Khaldoun خليل Khalil خيري Khairi رائد Raed راشد Rashed رامز Ramez
  رامي Rami ربيع Rabih رشاد Rashad رشيد Rashid رضا Reda رضوان Radwan رفيق Rafiq رمزي Ramzi رمضان Ramadan رياض Riyad
  ريان Rayan زاهر Zaher زياد Ziad سالم Salem سامح Sameh سامر Samer سامي Sami سراج Siraj سعد Saad سعيد Said سفيان Sufyan
  سلامة Salama سلمان Salman سليم Salim سمير Samir سهيل Suhail سيف Saif شادي Shadi شاكر Shaker شريف Sharif شعبان Shaaban
  شفيق Shafiq شكري Shukri شوقي Shawqi صابر Saber صادق Sadiq صالح Saleh صبحي Subhi صبري Sabri صفوان Safwan صلاح Salah
  صهيب Suhaib ضياء Diaa طارق Tariq طاهر Taher طلال Talal عادل Adel عارف Aref عاصم Asem عاطف Atef عامر Amer عباس Abbas
  عثمان Othman عدنان Adnan عدي Uday عرفان Irfan عزام Azzam عزيز Aziz عطية Attia عفيف Afif علاء Alaa علي Ali عماد Imad
  عمار Ammar عمر Omar عمران Imran غازي Ghazi غانم Ghanem غسان Ghassan غيث Ghaith فؤاد Fuad فائز Fayez فادي Fadi فارس Fares
  فاروق Farouq فاضل Fadel فتحي Fathi فراس Firas فريد Farid فهد Fahd فهمي Fahmi فواز Fawaz فوزي Fawzi فيصل Faisal قاسم Qasim
  قيس Qais كاظم Kazem كامل Kamel كرم Karam كمال Kamal لبيب Labib لطفي Lutfi ليث Laith مأمون Mamoun ماجد Majed مازن Mazen
  مبارك Mubarak مجدي Magdi محسن Mohsen محمد Mohammed محمود Mahmoud مختار Mukhtar مراد Murad مروان Marwan مسعود Masoud
  مصطفى Mustafa معاذ Muadh معين Muin منذر Munther منصور Mansour منير Munir مهدي Mahdi مهند Muhannad ناجي Naji نادر Nader
  ناصر Nasser نبيل Nabil نجيب Najib نديم Nadim نزار Nizar نسيم Nasim نضال Nidal نعمان Numan نعيم Naim هاشم Hashem هاني Hani
  هشام Hisham هيثم Haitham وائل Wael وجدي Wajdi وديع Wadih وسام Wissam وسيم Wassim وليد Walid ياسر Yasser ياسين Yassin
  يحيى Yahya`);

/** The same for family names. */
export const ARABIC_FAMILY = perName(`
  ادريس Idris البشيري Albashiri الحمامي Alhamami الخليفي Alkhlifi الرقيق Alraqiq السقا Alsaqqa الشتيوي Alshtiwi
  الشريف Alsharif الشيباني Alshaibani الصغير Alsaghir الصفار Alsaffar الطريقي Altariqi الطويل Altawil العطار Alattar
  العلاني Alallani العنابي Alannabi العواني Alaouani الغربي Algharbi القلال Alqallal الكافي Alkafi المحجوب Almahjoub
  المنيف Almunif المولدي Almouldi النابلي Alnabli النجار Alnajjar النفطي Alnafti النقاش Alnaqqash الوحيشي Alwahishi
  تومي Toumi جراد Jarad خنفير Khanfir زروق Zarrouk سعيد Said سويس Souissi شقرون Chakroun عاشور Achour عطالله Atallah
  نيفر Nifer هذيل Hudhail همدان Hamdan يافع Yafi`);
