/** Given and family names of one culture, and how often people of the company carry them. */
export interface NameList {
  culture: string;
  /** Share in a thousand people. */
  weight: number;
  /** Each name as it is written, then `|` and its transliteration where folding letters is not enough. */
  given: string[];
  family: string[];
  /** How the display name is put together. */
  order: 'given family' | 'family given' | 'familygiven';
}

/** Splits a list of names written with blanks between them; `_` stands for a blank inside a name. */
export function nameWords(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', ' '));
}

const latin = (culture: string, weight: number, given: string, family: string): NameList => ({
  culture,
  weight,
  given: nameWords(given),
  family: nameWords(family),
  order: 'given family',
});

/** Names in Latin letters, nearly all with marks that plain ASCII lacks. */
export const LATIN_NAMES: NameList[] = [
  latin(
    'croatian',
    290,
    `Ana Ivana Marija Petra Lucija Mia Ema Sara Nikolina Željka Snježana Dunja Vesna
     Jasna Mirjana Tihana Đurđica Ivo Ivan Marko Luka Josip Tomislav Hrvoje Krešimir Ante
     Stjepan Domagoj Zvonimir Goran Davor Siniša Žarko Dražen Matej Filip Bruno Vedran
     Igor Boris Neven Ljiljana Božena Katarina Martina Maja Nataša Dubravka`,
    `Kovač Kovačević Horvat Babić Marić Novak Jurić Knežević Vuković Marković Petrović
     Matić Tomić Pavlović Božić Blažević Grgić Pavić Radić Šarić Lovrić Vidović Perić
     Šimić Jukić Lončar Đurić Barišić Žanić Čular Škoro Vučković Hadžić Filipović
     Živković Brkić Ćosić Rukavina Špoljar Krznarić Pavelić Štimac Bašić Galić Mlinarić
     Zorić Šestak Bukovac Dujmović Jelačić Modrić Stipanović Tadić Ožbolt Vrdoljak
     Crnković Kralj`,
  ),
  latin(
    'czech women',
    45,
    'Tereza Eliška Kateřina Žaneta Lenka Růžena Markéta Zuzana Šárka Jiřina Běla Ludmila Radka Petra Hana',
    `Nováková Dvořáková Černá Procházková Kučerová Veselá Němcová Růžičková Křížová
     Šťastná Doležalová Bartošová Říhová Kadlecová Tůmová Žáková Pešková Hájková`,
  ),
  latin(
    'czech men',
    45,
    'Jiří Marek Ondřej Tomáš Vojtěch Zdeněk Luboš Matěj Řehoř Václav Štěpán Aleš Radim Miloš Karel',
    `Novák Dvořák Černý Procházka Kučera Veselý Němec Růžička Kříž Šťastný Doležal Bartoš
     Říha Kadlec Tůma Žák Pešek Hájek`,
  ),
  latin(
    'polish',
    85,
    `Agnieszka Małgorzata Zofia Łucja Grażyna Bożena Kinga Jadwiga Paweł Łukasz Michał
     Grzegorz Stanisław Wojciech Sławomir Józef Błażej Rafał Krzysztof Elżbieta`,
    `Wójcik Zając Wróbel Gołąb Dąbek Pająk Sikora Mazur Kołodziej Krawczyk Stępień Kozioł
     Błaszczyk Gajda Łuczak Śliwa Żak Cieślak Szymczak Sęk Głąb Pawlak Jóźwiak Kępa`,
  ),
  latin(
    'german',
    105,
    `Jürgen Jörg Günter Käthe Björn Sören Anneliese Uwe Heike Lukas Felix Jonas Hannah
     Lea Greta Matthias Karl-Heinz Hans-Peter Anne-Marie Ulrike Dörte Rüdiger Götz Bärbel`,
    `Müller Mueller Schröder Köhler Weiß Groß Krüger Schäfer Jäger Böhm Vögele Lütke
     Strauß Hübner Pötzl Grünwald Weber Wagner Becker Hofmann Meyer-Brandt Kraus Lindner
     Böttcher Käfer Schwäbl Haßler`,
  ),
  latin(
    'italian',
    65,
    `Niccolò Maria Chiara Lucia Matteo Giulia Alessandro Francesca Beatrice Pietro Carlo
     Tommaso Noè Rosalia Giosuè Letizia Ettore Ilaria`,
    `D'Angelo D'Amico Dell'Acqua Conti Ferraro Nicolò Bianchi Greco Lo_Presti De_Santis
     Dall'Oglio Moretti Cafà Fabbri Zanetti Caruso L'Abbate Mannarà Rinaldi`,
  ),
  latin(
    'british and irish',
    95,
    `Siobhán Niamh Aoife Seán Róisín Caoimhe Bob Kate Liz Tom Owen Rhys Dana Zoë Chloë
     Graham Nigel Fiona Eoghan Maeve Ruth Alistair`,
    `O'Neill O'Brien O'Connor O'Sullivan Ó_Briain Whitlock MacGrath Fitzgerald Hart
     Smith-Jones Adler Byrne Ashworth Tapscott Penrose Llewellyn Hargreave Ni_Dhuibhne
     Osei Okafor Blum Kellaway`,
  ),
  latin(
    'spanish and portuguese',
    75,
    `José María_José Lucía Íñigo Begoña Raúl Inés Álvaro Mónica João Conceição Tomás
     Sofía Andrés Joaquín Nuño Rocío Martín Belén Simão`,
    `García_López Martínez_Peña Muñoz_Ibáñez Rey Fernández_Núñez Gómez_Ávila Araújo
     Magalhães Conceição Ibarra_Güell Núñez Peña_Soler Castaño Ferreira Gonçalves
     Ordóñez_Ruiz Sáez Vélez_Mora Brandão`,
  ),
  latin(
    'french',
    30,
    'Éloïse François Hélène Noémie Jean-Luc Anaïs Gaëlle Benoît Aurélie Thérèse Rémi Jérôme Maëlys',
    "Lefèvre D'Hérouville Beauséjour Gauthier Mérieux Desprès L'Hôte Chaâl Crépin Préjean Saint-Exuvier",
  ),
  latin(
    'nordic',
    30,
    'Åsa Øyvind Søren Malin Björk Jørgen Åke Ingrid Märta Torbjørn Solveig Kjærsti Håkon',
    'Åkesson Ødegård Sørensen Lindström Bjørnstad Hägg Nygård Møller Kjær Þórsson Sjöberg Østby Blåberg',
  ),
  latin(
    'hungarian',
    25,
    'László Zsófia Gergő Ágnes Tünde Örs István Ildikó Győző Piroska Árpád Etelka',
    'Szűcs Kovács Tóth Nagy Vörös Gőz Fehér Sípos Bíró Erdős Pásztor Kőszegi Szőke',
  ),
  latin(
    'turkish and romanian',
    25,
    'Ayşe Gülşen Çağla İlker Şükrü Tuğba Ștefan Mihăiță Ioana Răzvan Andreea Ümit Özlem Dragoș',
    'Yılmaz Çelik Şahin Öztürk Güneş Bălan Țurcanu Ionescu Stănescu Kılıç Doğan Chirilă Mușat',
  ),
];
