"""Who says it, where nobody is named: whole sentences, through the tagger; each row is a sentence of our own."""

from __future__ import annotations

import pytest

from regesta.extract.claims import extract
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

#: sentence, kind and label of the asserter of its first claim.
ROWS = [
    ("The usual account says that the ministers met in Kanda on 4 May 1921.", "anonymous: the usual account"),
    (
        "According to the usual account the delegations met in Kanda on 4 May 1921.",
        "anonymous: the usual account",
    ),
    ("No document confirms that the ministers met in Kanda on 4 May 1921.", "source"),
    ("Rebels shot ten villagers in Kanda on 4 May 2001, residents said.", "group: residents"),
    ("Rebels shot ten villagers in Kanda on 4 May 2001, residents and a priest said.", "group: residents and a priest"),
    ("Rebels shot ten villagers in Kanda on 4 May 2001, two residents told the newspaper.", "group: two residents"),
    ("Rebels shot ten villagers in Kanda on 4 May 2001, the mayor said.", "person: the mayor"),
    (
        "Rebels shot ten villagers in Kanda on 4 May 2001, according to a resident who asked not to be named.",
        "person: a resident who asked not to be named",
    ),
    ("Rebels killed 12 people in Kanda on 4 May 2001, hospital officials told reporters.", "group: hospital officials"),
    ("A police spokesman said that gunmen killed three people in Kanda on 4 May 2001.", "person: a police spokesman"),
    (
        "The defence ministry said its forces killed 20 militants near Kanda on 4 May 2001.",
        "organisation: the defence ministry",
    ),
    ("The governor, Amina Bello, said gunmen abducted six teachers in Kanda on 4 May 2001.", "person: Amina Bello"),
    (
        "Amnesty International reported that soldiers killed 40 villagers in Kanda on 4 May 2001.",
        "organisation: Amnesty International",
    ),
    ('"They burned the church on 4 May 2001," said Father Paul Okoye.', "person: Paul Okoye"),
    ("Soldiers burned down the market of Kanda on 4 May 2001, an eyewitness recalled.", "person: an eyewitness"),
    (
        "According to the prosecution, the colonel ordered the killing of five prisoners in Kanda on 4 May 2001.",
        "organisation: the prosecution",
    ),
    (
        "The rebels attacked the barracks at Kanda on 4 May 2001, state television reported.",
        "organisation: state television",
    ),
    ("State radio reported that the army captured Kanda on 4 May 2001.", "organisation: state radio"),
    ("Local media reported that an explosion killed nine people in Kanda on 4 May 2001.", "group: local media"),
    (
        "A spokeswoman for the ministry, Lena Hart, said police arrested 30 people in Kanda on 4 May 2001.",
        "person: Lena Hart",
    ),
    (
        "The commission found that soldiers executed 11 prisoners at Kanda on 4 May 2001.",
        "organisation: the commission",
    ),
    ("The witness stated that the police arrested his brother in Kanda on 4 May 2001.", "person: the witness"),
    ("The villagers say that the army killed their chief in Kanda on 4 May 2001.", "group: the villagers"),
    ("My father told me that the Germans shot our neighbours in Kanda on 4 May 1943.", "person: my father"),
    ("The chronicle relates that the Swedes burned Kanda on 4 May 1657.", "anonymous: the chronicle"),
    ("The chronicler Wigand writes that the Lithuanians burned Kanda on 4 May 1357.", "person: Wigand"),
    (
        "The consul reported on 9 May 1895 that Kurds had killed 60 Armenians at Kanda on 4 May 1895.",
        "person: the consul",
    ),
    (
        "In his dispatch, the French consul wrote that the mob had killed 60 Armenians at Kanda on 4 May 1895.",
        "person: the French consul",
    ),
    ("The inspector noted in his report that 20 workers were killed at Kanda on 4 May 1905.", "person: the inspector"),
    ("As one survivor put it, the guards shot 30 prisoners at Kanda on 4 May 1943.", "person: one survivor"),
    ("The court heard that the defendants killed two farmers at Kanda on 4 May 2001.", "source"),
    ("Police said Karim Aziz was killed in Kanda on 4 May 2001.", "group: police"),
    ("Karim Aziz was killed in Kanda on 4 May 2001, his family said.", "group: his family"),
    ("The army, which denies the charge, attacked Kanda on 4 May 2001.", "source"),
    (
        "Opposition leaders claimed that security forces killed 80 protesters in Kanda on 4 May 2001.",
        "group: opposition leaders",
    ),
    (
        "The United Nations says that militias killed 300 civilians in Kanda in May 2001.",
        "organisation: United Nations",
    ),
    ("Medical sources said the shelling killed six children in Kanda on 4 May 2001.", "group: medical sources"),
    (
        "The newspaper Le Temps reported that troops shot four strikers at Kanda on 4 May 1905.",
        "organisation: Le Temps",
    ),
    (
        "The report by the bishop says that soldiers killed 14 peasants at Kanda on 4 May 1981.",
        "anonymous: the report by the bishop",
    ),
    (
        "Eyewitness accounts say that soldiers killed 14 peasants at Kanda on 4 May 1981.",
        "anonymous: eyewitness accounts",
    ),
    ("On 4 May 2001 gunmen attacked Kanda, a security source told Agence France-Presse.", "person: a security source"),
    (
        "A senior official, speaking on condition of anonymity, said troops killed 15 people in Kanda on 4 May 2001.",
        "person: a senior official",
    ),
    (
        "Relatives of the victims said that police killed the three students in Kanda on 4 May 2001.",
        "group: relatives of the victims",
    ),
    (
        "The deponent swore that the insurgents drowned forty settlers at Portadown on 1 November 1641.",
        "person: the deponent",
    ),
    (
        "A survivor told the commission that guards beat her husband to death in Villa Grimaldi on 12 June 1974.",
        "person: a survivor",
    ),
    (
        "According to the indictment, the accused shot two Serb civilians in Gospić on 17 October 1991.",
        "anonymous: the indictment",
    ),
    (
        "Human Rights Watch and two local groups say that the police killed 17 protesters in Kanda on 4 May 2001.",
        "group: Human Rights Watch and two local groups",
    ),
    ("Parish records show that nine children died of plague in Kanda in May 1666.", "anonymous: parish records"),
    ("The emperor confirmed the privileges of the town in May 1356 and was crowned in Rome in 1355.", "source"),
    ("The government declared war on Serbia on 28 July 1914.", "source"),
    ("Officials arrested the mayor of Kanda on 4 May 2001.", "source"),
    ("The army reported that 30 rebels were killed near Kanda on 4 May 2001.", "group: the army"),
    ("Two of the prisoners later testified that the warder hanged a boy on 4 May 1943.", "group: two of the prisoners"),
    ("His widow claims that soldiers shot him in Kanda on 4 May 1943.", "person: his widow"),
    ("The ambassador wrote to Vienna that the sultan had executed the vizier on 4 May 1648.", "person: the ambassador"),
    ("The ambassador was executed on 4 May 1648, the bishop noted in his diary.", "person: the bishop"),
    ("Some 40 people were killed in Kanda on 4 May 2001, Turkish officials say.", "group: Turkish officials"),
    ("A Turkish official said 40 people were killed in Kanda on 4 May 2001.", "person: a Turkish official"),
    ('"The soldiers shot my son on 4 May 2001," a woman from Kanda said.', "person: a woman from Kanda"),
    ('"The soldiers shot my son on 4 May 2001," said a woman from Kanda.', "person: a woman from Kanda"),
    (
        "The policeman's report states that the crowd attacked the station on 4 May 1921.",
        "anonymous: the policeman's report",
    ),
    (
        "The newspaper claimed that the Bolsheviks executed 20 priests in Perm on 4 May 1919.",
        "organisation: the newspaper",
    ),
    ("The king claimed the crown on 4 May 1340 and was defeated at Kanda in 1341.", "source"),
    ("The driver told police that three men shot the minister in Kanda on 4 May 2001.", "person: the driver"),
    ("An army spokesman denied that soldiers killed civilians in Kanda on 4 May 2001.", "person: an army spokesman"),
    (
        "Villagers in Kanda and the neighbouring hamlets insist that the army bombed the market on 4 May 2001.",
        "group: villagers in Kanda and the neighbouring hamlets",
    ),
    ("The defendant admitted that he shot the guard on 4 May 1943.", "person: the defendant"),
    (
        "A deputy police chief said the men shot two officers in Callao on 12 July 1992.",
        "person: a deputy police chief",
    ),
    (
        "The peasants told the visiting judge that soldiers had raped six women on 14 August 1985.",
        "group: the peasants",
    ),
    (
        "A letter to the governor complains that settlers burned the mission on 3 June 1848.",
        "anonymous: a letter to the governor",
    ),
    (
        "Provincial health authorities reported that cholera killed 400 people in Basra in August 1899.",
        "group: provincial health authorities",
    ),
    (
        "The boy's uncle said that policemen dragged him from the house and shot him on 5 May 1976.",
        "person: the boy's uncle",
    ),
    (
        "Most witnesses agree that the procession was attacked in Orange Street on 12 July 1935.",
        "group: most witnesses",
    ),
    ("Troops shot dead nine miners at Kanda on 4 May 1914, the union claimed.", "organisation: the union"),
    ("Nine miners were shot dead at Kanda on 4 May 1914, according to union leaders.", "group: union leaders"),
    (
        "Nine miners were shot dead at Kanda on 4 May 1914, according to figures from the ministry.",
        "anonymous: figures from the ministry",
    ),
    ("The ship's log records that the crew buried two sailors on 4 May 1797.", "anonymous: the ship's log"),
    (
        "The abbess wrote in March 1633 that Croat horsemen had plundered the convent on 4 January 1633.",
        "person: the abbess",
    ),
    ("One of the guards confessed that they hanged the partisans at Kanda on 4 May 1944.", "person: one of the guards"),
    (
        "Workers interviewed by the commission said that guards shot three strikers on 4 May 1929.",
        "group: workers interviewed by the commission",
    ),
    (
        "Reuters, quoting a local official, reported that a bomb killed five people in Kanda on 4 May 2001.",
        "organisation: Reuters",
    ),
    ("The prisoners demanded water and were shot on 4 May 1944.", "source"),
    ("The doctor signed the certificate on 4 May 1944 and reported the death to the camp office.", "source"),
    ("The delegates told jokes and elected Karl Lind chairman on 4 May 1944.", "source"),
    ("A majority of scholars hold that the fort was captured on 4 May 1444.", "group: a majority of scholars"),
    ("Her grandson remembers that she was deported to Kanda in May 1944.", "person: her grandson"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_a_noun_speaks_as_a_name_does(tagger: Tagger, text: str, expected: str) -> None:
    source = Source(id="src", csl={})
    claim = extract(source, text, tagger.tag(source, text), event_types(Settings()))[0]
    asserter = claim.asserted_by
    assert (asserter.kind if asserter.kind == "source" else f"{asserter.kind}: {asserter.label}") == expected
