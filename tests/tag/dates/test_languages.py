"""Dates in German, Polish, French and Russian: the words of each language, the decision that all share."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates


def read(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[date.start : date.end], date.value) for date in dates(text, language=language)]


GERMAN = [
    ("Der Vertrag wurde am 14. März 1921 unterzeichnet.", "14. März 1921", "1921-03-14"),
    ("Am Donnerstag, dem 14. März 1940, kam er an.", "Donnerstag, dem 14. März 1940", "1940-03-14"),
    ("Der Brief ist vom 3. Okt. 1940.", "3. Okt. 1940", "1940-10-03"),
    ("Die Sitzung fand am 8.12.1939 statt.", "8.12.1939", "1939-12-08"),
    ("Die Sitzung fand am 8. XII. 1939 statt.", "8. XII. 1939", "1939-12-08"),
    ("Man tagte vom 6. bis 7. Dezember 1939.", "vom 6. bis 7. Dezember 1939", "1939-12-06/1939-12-07"),
    ("Man tagte am 6./7. Dezember 1939.", "6./7. Dezember 1939", "1939-12-06/1939-12-07"),
    (
        "Zwischen dem 24. Oktober und dem 3. November 1939 schwieg man.",
        "Zwischen dem 24. Oktober und dem 3. November 1939",
        "1939-10-24/1939-11-03",
    ),
    ("Von Mai bis Juli 1941 regnete es.", "Von Mai bis Juli 1941", "1941-05/1941-07"),
    ("Im Mai 1939 kam sie.", "Mai 1939", "1939-05"),
    ("Anfang Mai 1939 kam sie.", "Anfang Mai 1939", "1939-05-01/1939-05-10"),
    ("Mitte 1942 kam sie.", "Mitte 1942", "1942-05/1942-08"),
    ("Ende des Jahres 1939 kam sie.", "Ende des Jahres 1939", "1939-09/1939-12"),
    ("Im Frühjahr 1940 kam sie.", "Frühjahr 1940", "1940-21"),
    ("Im Sommer des Jahres 1941 kam sie.", "Sommer des Jahres 1941", "1941-22"),
    ("Im Winter 1941/42 fror man.", "Winter 1941/42", "1941-24"),
    ("Ende der 1930er Jahre war es still.", "Ende der 1930er Jahre", "1937/1939"),
    ("In den dreißiger Jahren war es still.", "den dreißiger Jahren", "193X"),
    ("Im 19. Jahrhundert war es still.", "19. Jahrhundert", "18XX"),
    (
        "In der zweiten Hälfte des 19. Jahrhunderts war es still.",
        "der zweiten Hälfte des 19. Jahrhunderts",
        "1850/1899",
    ),
    ("Seit 1933 war es still.", "1933", "1933/.."),
    ("Bis 1945 war es still.", "1945", "../1945"),
    ("Um 1900 war es still.", "Um 1900", "1900~"),
    ("Cäsar starb 44 v. Chr. in Rom.", "44 v. Chr.", "-0043"),
    ("Am Ostermontag 1916 begann es.", "Ostermontag 1916", "1916-04-24"),
]
CZECH = [
    ("Dne 14. března 1942 přijel transport.", "14. března 1942", "1942-03-14"),
    ("Schůze byla 8. 12. 1939 v Praze.", "8. 12. 1939", "1939-12-08"),
    ("Od 3. do 7. května 1945 se bojovalo.", "Od 3. do 7. května 1945", "1945-05-03/1945-05-07"),
    ("V dubnu 1943 odešli.", "dubnu 1943", "1943-04"),
    ("V létě 1938 byl v Praze.", "létě 1938", "1938-22"),
    ("Ve třicátých letech tam žil.", "třicátých letech", "193X"),
]
POLISH = [
    ("Traktat podpisano 14 marca 1921 r. w Rydze.", "14 marca 1921 r.", "1921-03-14"),
    ("Traktat podpisano dnia 14 marca 1921 roku.", "14 marca 1921 roku", "1921-03-14"),
    ("W czwartek, 14 marca 1940 r., przyjechał.", "czwartek, 14 marca 1940 r.", "1940-03-14"),
    ("Posiedzenie odbyło się 8.12.1939 r. w Krakowie.", "8.12.1939 r.", "1939-12-08"),
    ("Posiedzenie odbyło się 8 XII 1939 r. w Krakowie.", "8 XII 1939 r.", "1939-12-08"),
    ("Obradowano w dniach 6–7 grudnia 1939 r.", "6–7 grudnia 1939 r.", "1939-12-06/1939-12-07"),
    ("Obradowano od 6 do 7 grudnia 1939 roku.", "od 6 do 7 grudnia 1939 roku", "1939-12-06/1939-12-07"),
    (
        "Między 24 października a 3 listopada 1939 r. milczano.",
        "Między 24 października a 3 listopada 1939 r.",
        "1939-10-24/1939-11-03",
    ),
    ("Od maja do lipca 1941 r. padało.", "Od maja do lipca 1941 r.", "1941-05/1941-07"),
    ("W maju 1939 r. przyjechała.", "maju 1939 r.", "1939-05"),
    ("Na początku maja 1939 r. przyjechała.", "początku maja 1939 r.", "1939-05-01/1939-05-10"),
    ("W połowie 1942 r. przyjechała.", "połowie 1942 r.", "1942-05/1942-08"),
    ("Pod koniec września 1939 r. przyjechała.", "koniec września 1939 r.", "1939-09-21/1939-09-30"),
    ("W pierwszej połowie 1940 r. było cicho.", "pierwszej połowie 1940 r.", "1940-40"),
    ("Wiosną 1940 r. przyjechała.", "Wiosną 1940 r.", "1940-21"),
    ("Latem 1941 roku przyjechała.", "Latem 1941 roku", "1941-22"),
    ("Pod koniec lat trzydziestych było cicho.", "koniec lat trzydziestych", "1937/1939"),
    ("W XIX wieku było cicho.", "XIX wieku", "18XX"),
    ("W drugiej połowie XIX w. było cicho.", "drugiej połowie XIX w.", "1850/1899"),
    ("W latach 1939–1941 było cicho.", "latach 1939–1941", "1939/1941"),
    ("Od 1933 r. było cicho.", "1933 r.", "1933/.."),
    ("Przed 1945 r. było cicho.", "1945 r.", "../1945"),
    ("Około 1900 r. było cicho.", "Około 1900 r.", "1900~"),
    ("Cezar zginął w 44 r. p.n.e. w Rzymie.", "44 r. p.n.e.", "-0043"),
    ("W Wielki Piątek 1939 r. padało.", "Wielki Piątek 1939 r.", "1939-04-07"),
]
FRENCH = [
    ("Le traité fut signé le 14 mars 1921 à Riga.", "le 14 mars 1921", "1921-03-14"),
    ("Il arriva le jeudi 14 mars 1940.", "jeudi 14 mars 1940", "1940-03-14"),
    ("La guerre commença le 1er septembre 1939.", "le 1er septembre 1939", "1939-09-01"),
    ("La lettre est du 3 oct. 1940.", "3 oct. 1940", "1940-10-03"),
    ("La lettre est du 3 sept. 1940.", "3 sept. 1940", "1940-09-03"),
    ("La séance eut lieu le 8/12/1939.", "8/12/1939", "1939-12-08"),
    ("On siégea les 6 et 7 décembre 1939.", "les 6 et 7 décembre 1939", "1939-12-06/1939-12-07"),
    ("On siégea du 6 au 7 décembre 1939.", "6 au 7 décembre 1939", "1939-12-06/1939-12-07"),
    (
        "Entre le 24 octobre et le 3 novembre 1939 on se tut.",
        "Entre le 24 octobre et le 3 novembre 1939",
        "1939-10-24/1939-11-03",
    ),
    ("De mai à juillet 1941 il plut.", "mai à juillet 1941", "1941-05/1941-07"),
    ("En août 1939 elle vint.", "août 1939", "1939-08"),
    ("Début mai 1939 elle vint.", "Début mai 1939", "1939-05-01/1939-05-10"),
    ("À la mi-mars 1940 elle vint.", "la mi-mars 1940", "1940-03-11/1940-03-20"),
    ("À la fin d'août 1939 elle vint.", "la fin d'août 1939", "1939-08-21/1939-08-31"),
    ("Au début du mois de mars 1940 elle vint.", "début du mois de mars 1940", "1940-03-01/1940-03-10"),
    ("Fin 1940 elle vint.", "Fin 1940", "1940-09/1940-12"),
    ("Au printemps 1940 elle vint.", "printemps 1940", "1940-21"),
    ("Pendant l'été 1941 elle vint.", "l'été 1941", "1941-22"),
    ("À la fin des années 1930 tout était calme.", "la fin des années 1930", "1937/1939"),
    ("Les années trente furent calmes.", "Les années trente", "193X"),
    ("Au XIXe siècle tout était calme.", "XIXe siècle", "18XX"),
    ("Dans la première moitié du XIXe siècle.", "la première moitié du XIXe siècle", "1800/1849"),
    ("Depuis 1933 tout était calme.", "1933", "1933/.."),
    ("Avant 1945 tout était calme.", "1945", "../1945"),
    ("Vers 1900 tout était calme.", "Vers 1900", "1900~"),
    ("César mourut en 44 av. J.-C. à Rome.", "44 av. J.-C.", "-0043"),
    ("Il prit le pouvoir le 18 brumaire an VIII.", "le 18 brumaire an VIII", "1799-11-09"),
]
RUSSIAN = [
    ("Договор подписали 14 марта 1921 года в Риге.", "14 марта 1921 года", "1921-03-14"),
    ("Договор подписали 14 марта 1921 г. в Риге.", "14 марта 1921 г.", "1921-03-14"),
    ("В четверг, 14 марта 1940 года, он приехал.", "четверг, 14 марта 1940 года", "1940-03-14"),
    ("Совещание прошло 08.12.1939 в Кракове.", "08.12.1939", "1939-12-08"),
    ("Заседали 6—7 декабря 1939 года.", "6—7 декабря 1939 года", "1939-12-06/1939-12-07"),
    ("Заседали с 6 по 7 декабря 1939 года.", "с 6 по 7 декабря 1939 года", "1939-12-06/1939-12-07"),
    (
        "Между 24 октября и 3 ноября 1939 года молчали.",
        "Между 24 октября и 3 ноября 1939 года",
        "1939-10-24/1939-11-03",
    ),
    ("С мая по июль 1941 года шли дожди.", "С мая по июль 1941 года", "1941-05/1941-07"),
    ("В мае 1939 года она приехала.", "мае 1939 года", "1939-05"),
    ("В начале мая 1939 года она приехала.", "начале мая 1939 года", "1939-05-01/1939-05-10"),
    ("В середине 1942 года она приехала.", "середине 1942 года", "1942-05/1942-08"),
    ("В конце сентября 1939 года она приехала.", "конце сентября 1939 года", "1939-09-21/1939-09-30"),
    ("Весной 1940 года она приехала.", "Весной 1940 года", "1940-21"),
    ("Летом 1941 г. она приехала.", "Летом 1941 г.", "1941-22"),
    ("В конце 1930-х годов было тихо.", "конце 1930-х годов", "1937/1939"),
    ("В тридцатых годах было тихо.", "тридцатых годах", "193X"),
    ("В XIX веке было тихо.", "XIX веке", "18XX"),
    ("В первой половине XIX века было тихо.", "первой половине XIX века", "1800/1849"),
    ("В 1939—1941 годах было тихо.", "1939—1941 годах", "1939/1941"),
    ("С 1933 года было тихо.", "1933 года", "1933/.."),
    ("До 1945 года было тихо.", "1945 года", "../1945"),
    ("Около 1900 года было тихо.", "Около 1900 года", "1900~"),
    ("Дворец взяли 25 октября (7 ноября) 1917 года.", "25 октября (7 ноября) 1917 года", "1917-11-07"),
    ("Цезарь погиб в 44 году до н. э. в Риме.", "44 году до н. э.", "-0043"),
]
SENTENCES = [
    (language, *case)
    for language, cases in (("de", GERMAN), ("cs", CZECH), ("pl", POLISH), ("fr", FRENCH), ("ru", RUSSIAN))
    for case in cases
]


@pytest.mark.parametrize(("language", "text", "words", "value"), SENTENCES)
def test_a_date(language, text, words, value):
    assert read(text, language) == [(words, value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Lager waren 1500 Mann. Er war 39. Danach ging er. Siehe S. 1939 und Nr. 1812."),
        ("pl", "W obozie było 1500 osób. Zobacz s. 1939 i nr 1812. Lato było ciepłe, a maj zimny."),
        ("fr", "Il y avait 1500 hommes. Il marche. Voir p. 1939 et no 1812. Il a été vu à la fin."),
        ("ru", "Там было 1500 человек. См. стр. 1939 и т. 1812. Конец был тихим."),
    ],
)
def test_what_only_looks_like_a_date(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "de",
            "Am 3. Mai 1911 begann der Krieg. Am 9. Juni fiel die Stadt. Im Januar gab man auf.",
            ["1911-05-03", "1911-06-09", "1912-01"],
        ),
        (
            "pl",
            "Wojna zaczęła się 3 maja 1911 r. W dniu 9 czerwca padło miasto. W styczniu się poddano.",
            ["1911-05-03", "1911-06-09", "1912-01"],
        ),
        (
            "fr",
            "La guerre commença le 3 mai 1911. Le 9 juin la ville tomba. En janvier on renonça.",
            ["1911-05-03", "1911-06-09", "1912-01"],
        ),
        (
            "ru",
            "Война началась 3 мая 1911 года. Город пал 9 июня. В январе они сдались.",
            ["1911-05-03", "1911-06-09", "1912-01"],
        ),
    ],
)
def test_the_year_comes_from_the_story(language, text, values):
    assert [value for _, value in read(text, language)] == values


def test_figures_stand_in_the_order_of_the_language():
    (german,) = dates("Eingang 5/6/1940.", language="de")
    (british,) = dates("Received 5/6/1940.", language="en-GB")
    (american,) = dates("Received 5/6/1940.", language="en-US")
    (english,) = dates("Received 5/6/1940.", language="en")
    assert [date.value for date in (german, british, american)] == ["1940-06-05", "1940-06-05", "1940-05-06"]
    assert [date.rivals for date in (german, british, american)] == [(), (), ()]
    assert (english.value, [rival.value for rival in english.rivals]) == ("1940-06-05", ["1940-05-06"])


def test_a_language_without_a_table_is_read_by_its_figures():
    assert read("Schôdza bola 8. 12. 1939 v Prahe, roku 1939.", "sk") == [
        ("8. 12. 1939", "1939-12-08"),
        ("1939", "1939"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("cs", "Koncem roku 1944 odešel.", "Koncem roku 1944"),
        ("pl", "Pod koniec roku 1944 odszedł.", "koniec roku 1944"),
        ("ru", "Он ушёл в конце года 1944.", "конце года 1944"),
    ],
)
def test_the_end_of_a_year_is_one_date_where_the_word_for_year_goes_before_it(language, text, words):
    assert read(text, language) == [(words, "1944-09/1944-12")]
