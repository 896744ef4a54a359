"""Lists and patterns find what the small model does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('They slept in the villa "Three Larches" that night.', "Three Larches"),
        ("The office lay in Nowy Wiatrak street.", "Nowy Wiatrak"),
        ("He walked down to the Sucha Woda valley at noon.", "Sucha Woda"),
        ("She was kept in the Horodok camp until March.", "Horodok"),
        ("The train from Dęblin nad Wisłą came late.", "Dęblin nad Wisłą"),
        ("The border followed the Foch Line.", "Foch Line"),
        ("He was born in the village of Małe Gacno.", "Małe Gacno"),
        ("They lived at Lindenstraße 12 then.", "Lindenstraße"),
    ],
)
def test_places_by_what_stands_beside_them(tag: Tag, text: str, place: str) -> None:
    assert (place, "PLACE") in [(mention.exact, mention.label) for mention in tag(text)]


def test_the_name_in_brackets_is_a_name_of_its_own(tag: Tag) -> None:
    found = [mention.exact for mention in tag("It began in Lipnik nad Rabą (Lindenau) at noon.", "PLACE")]
    assert found == ["Lipnik nad Rabą", "Lindenau"]


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("Then Major Bolesław Kita-Drwal spoke.", "Bolesław Kita-Drwal", "Major"),
        ("The historian Ruta Šimkutė doubts it.", "Ruta Šimkutė", "historian"),
        ("The order came from General Tommy Franks himself.", "Tommy Franks", "General"),
        ("We asked Rabbi Mosze ben Ezra for help.", "Mosze ben Ezra", "Rabbi"),
        ("Obersturmführer Ludwig van der Velde came.", "Ludwig van der Velde", "Obersturmführer"),
        ("The letter is signed by J. K. Wolny himself, says Dr. Wolny.", "Wolny", "Dr."),
    ],
)
def test_persons_behind_a_title(tag: Tag, text: str, person: str, title: str) -> None:
    found = [(mention.exact, mention.title) for mention in tag(text, "PERSON")]
    assert (person, title) in found


@pytest.mark.parametrize(
    ("text", "organisation", "value"),
    [
        ("The Gestapo came at night.", "Gestapo", "org:gestapo"),
        ("Two units of the Red Army crossed the river.", "Red Army", "org:red-army"),
        ("The NKVD, or People's Commissariat for Internal Affairs, replied.", "NKVD", "org:nkvd"),
        ("The Bridge Bureau paid for it.", "Bridge Bureau", "org:q77"),
        ("The Ministry of Foreign Trade objected.", "Ministry of Foreign Trade", "org:ministry-of-foreign-trade"),
    ],
)
def test_organisations(tag: Tag, text: str, organisation: str, value: str) -> None:
    assert (organisation, value) in [(mention.exact, mention.value) for mention in tag(text, "ORG")]


def test_a_name_of_the_project_gets_its_id_in_any_spelling(tag: Tag) -> None:
    assert [mention.value for mention in tag("In May FERKO HALASZ wrote again.", "PERSON")] == ["person:q12"]


def test_peoples_are_no_places(tag: Tag) -> None:
    assert tag("The Polish and the Soviet delegates waited for the Germans.", "PLACE", "PERSON") == []


def test_treaties_and_wars_are_no_names(tag: Tag) -> None:
    found = [mention.exact for mention in tag("The Rapallo Treaty ended what the Crimean War began.", "PERSON", "ORG")]
    assert found == []


def test_a_name_may_run_over_a_line_end(tag: Tag) -> None:
    text = "The minutes of the meeting were later published in Geneva by Adam\nKowalczyk, who had kept a copy of them."
    assert "Adam\nKowalczyk" in [mention.exact for mention in tag(text, "PERSON")]


@pytest.mark.parametrize(
    ("text", "ship", "value"),
    [
        ("They sailed on the steamer Marburg, and the Marburg sank.", "Marburg", "place:ship-marburg"),
        ("We left Bremen aboard the ship \u201eRosenthal\u201c that night.", "Rosenthal", "place:ship-rosenthal"),
        ("In May he was a stoker on HMS Warwick.", "HMS Warwick", "place:ship-hms-warwick"),
        ("The M.S. St. Lukas left Hamburg.", "M.S. St. Lukas", "place:ship-ms-st-lukas"),
        ("The refugees of the Cap Arcona were buried.", "Cap Arcona", "place:cap-arcona"),
    ],
)
def test_ship_is_not_the_town_whose_name_it_bears(tag: Tag, text: str, ship: str, value: str) -> None:
    values = {mention.value for mention in tag(text, "PLACE") if mention.exact == ship}
    assert values == {value}


@pytest.mark.parametrize(
    "text", ["It was SS-Oberscharführer Weber who came.", "It was SS Oberscharführer Anton Weber who came."]
)
def test_piece_of_a_rank_is_no_organisation(tag: Tag, text: str) -> None:
    assert [mention.label for mention in tag(text, "PERSON", "ORG")] == ["PERSON"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("KOWALSKA, Zofia, born in Tarnów, domestic servant.", "KOWALSKA, Zofia"),
        ("Witness Müller, Heinrich, stated that he had been away.", "Müller, Heinrich"),
        ("Deported that day:\n- Rosenzweig, Anna\n- Blumental, Jakob (aged 7)", "Blumental, Jakob"),
        ("He was shot. Nowicki, Stefan; his wife was spared.", "Nowicki, Stefan"),
    ],
)
def test_surname_before_a_comma_belongs_to_the_first_name(tag: Tag, text: str, person: str) -> None:
    assert person in [mention.exact for mention in tag(text, "PERSON")]


@pytest.mark.parametrize(
    "text",
    [
        "In Warsaw, Anna, my sister, fell ill.",
        "Warsaw, Anna, my sister, and the flat: all were lost.",
        "Then came Josef, Anna, and the twins.",
    ],
)
def test_place_or_name_of_a_list_is_no_surname(tag: Tag, text: str) -> None:
    assert not [mention.exact for mention in tag(text, "PERSON") if "," in mention.exact]


def test_organisation_beside_a_person_stays(tag: Tag) -> None:
    assert "SS" in [mention.exact for mention in tag("The SS took Dr Weber away.", "ORG")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("We heard that Tadhg Mac Giolla had sold his boat.", "Tadhg Mac Giolla"),
        ("The letter to Abd al-Rahim Nasrallah was lost.", "Abd al-Rahim Nasrallah"),
        ("The shop of María del Pilar Vega closed.", "María del Pilar Vega"),
        ("They spoke of Antônio Costa e Silva only once.", "Antônio Costa e Silva"),
        ("The road was built by Nguyễn Văn Tý himself.", "Nguyễn Văn Tý"),
        ("A speech by Szabó Ferenc was printed.", "Szabó Ferenc"),
        ("The house of Jaap ter Braak burned down.", "Jaap ter Braak"),
        ("The stall of Ayşe Demirtaş was empty.", "Ayşe Demirtaş"),
        ("Nobody had seen Rokhl Mandelboym again.", "Rokhl Mandelboym"),
        ("It was signed by Friedrich v. Rabenau there.", "Friedrich v. Rabenau"),
        ("The file names Wi1helm Brockmann twice.", "Wi1helm Brockmann"),
        ("The speech of Aleksandra Mikhai-\nlovna Domontova was read.", "Aleksandra Mikhai-\nlovna Domontova"),
        ("They arrested a farmer named Kosk at dawn.", "Kosk"),
        ("He is Pavel Moros, alias Zhuk, and has a scar.", "Zhuk"),
        ("In the morning Sigrid brought the milk.", "Sigrid"),
    ],
)
def test_persons_of_many_languages_are_found_whole(tag: Tag, text: str, person: str) -> None:
    assert (person, "PERSON") in [(mention.exact, mention.label) for mention in tag(text)]


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("Then Hauptsturmführer d. R. Ottokar Lindwurm counted us.", "Ottokar Lindwurm", "Hauptsturmführer d. R."),
        ("It was Monsieur de Grandval who paid.", "de Grandval", "Monsieur"),
    ],
)
def test_a_title_may_go_on_and_a_name_begin_with_a_particle(tag: Tag, text: str, person: str, title: str) -> None:
    assert [(mention.exact, mention.title) for mention in tag(text, "PERSON")] == [(person, title)]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("He served in the Dublin Metropolitan Police for a year.", "Dublin Metropolitan Police"),
        ("She taught at the University of Cape Town then.", "University of Cape Town"),
        ("The loan came from the Banco de Comercio de Soria in the end.", "Banco de Comercio de Soria"),
        ("A room of the Badischer Kunstverein was let.", "Badischer Kunstverein"),
        ("Shares of Nordwind Works fell again.", "Nordwind Works"),
        ("The 7th Hussars rode ahead.", "7th Hussars"),
    ],
)
def test_an_organisation_keeps_the_names_that_are_pieces_of_it(tag: Tag, text: str, organisation: str) -> None:
    assert (organisation, "ORG") in [(mention.exact, mention.label) for mention in tag(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We lived at Hamburger Straße 14, on the third floor.", "Hamburger Straße"),
        ("A house in the Via dei Mercanti was searched.", "Via dei Mercanti"),
        ("In the camp at Gurs I met a teacher.", "Gurs"),
        ("They fished in Lough Darrig all summer.", "Lough Darrig"),
        ("The ship left Saint-Malo with the tide.", "Saint-Malo"),
    ],
)
def test_places_are_cut_where_they_end(tag: Tag, text: str, place: str) -> None:
    assert (place, "PLACE") in [(mention.exact, mention.label) for mention in tag(text)]
