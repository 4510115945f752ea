#!/usr/bin/env python3
"""Writes a corpus that reads like news, from a seed: the same seed gives the same bytes.

    corpus.py FOLDER [--megabytes 100] [--seed 1] [--texts]

FOLDER/corpus.jsonl   one document a line, as `legation extract --jsonl-in` reads them
FOLDER/corpus.txt     the same texts, one paragraph a line, for tools that search lines
FOLDER/texts/*.txt    with --texts: the same documents, one file each

Nine sentences in ten are of the kind that most news is made of: they name people, places, sums and
days, and hold no relation. The others meet, fund, demand, speak for somebody, or use such words in
another sense ("met its target"). Paragraphs of the articles in docs/samples are mixed in.
"""

import argparse
import json
import pathlib
import random

FIRST = """Ana Kofi Marta Idris Yusuf Elena Pavel Aminata Gregory Lucia Omar Ingrid Tomas Rania Samuel
Nadia Viktor Leila Henrik Joana Mateus Farid Clara Bashir Sofia Daniel Hawa Piotr Miriam Andre Zainab
Stefan Ruth Carlos Amina Dmitri Helen Juma Irina Marco Fatima Peter Nkechi Johan Layla Oscar Emeka
Katarina Rashid Beatriz Ivan Salma Hugo Adaeze Milan Noor Felix Chiara Tariq Agnes""".split()
LAST = """Ruiz Asante Keller Hamdoun Osman Petrov Novak Coulibaly Lund Moreno Haddad Berg Havel Khoury Otieno
Rahman Orlov Mansour Eriksen Duarte Lima Nazari Weber Diallo Rossi Carter Sesay Kowalski Stern Dubois
Bello Maier Okoye Castillo Hassan Volkov Parker Mwangi Sokolova Ferrari Saleh Lindqvist Adeyemi Vogel
Karimi Silva Ivanov Aziz Laurent Eze Kovac Farouk Fischer Conti Jaber Whitfield Barros Nyong""".split()
PLACES = """Nairobi Geneva Cairo Doha Kyiv Warsaw Berlin Paris Vienna Oslo Lima Bogota Lagos Accra Dakar Tunis
Amman Baghdad Tehran Ankara Athens Rome Madrid Lisbon Brussels Jakarta Manila Hanoi Bangkok Delhi Dhaka
Karachi Tashkent Tbilisi Yerevan Khartoum Juba Kampala Lusaka Harare Maputo Pretoria""".split()
COUNTRIES = """Kenya France Egypt Qatar Ukraine Poland Germany Austria Norway Peru Colombia Nigeria Ghana Senegal
Tunisia Jordan Iraq Iran Turkey Greece Italy Spain Portugal Belgium Indonesia Vietnam Thailand India
Bangladesh Pakistan Uzbekistan Georgia Armenia Sudan Uganda Zambia Zimbabwe Mozambique Japan China Russia
Israel Canada Mexico Brazil Chile""".split()
ADJECTIVES = """Kenyan French Egyptian Qatari Ukrainian Polish German Austrian Norwegian Peruvian Colombian Nigerian
Tunisian Jordanian Iraqi Iranian Turkish Greek Italian Spanish Indonesian Vietnamese Indian Russian
Japanese Chinese Israeli Canadian Mexican Brazilian""".split()
BODIES = """the United Nations|the European Union|the African Union|the World Bank|NATO|the World Food Programme
the Arab League|the International Monetary Fund|the European Commission|the Security Council
the World Health Organization|the Red Cross|Hamas|Hezbollah|the Asian Development Bank""".replace("\n", "|").split("|")
OWN_BODIES = """Harbour Workers' Union|Northern Rail Company|National Grain Board|Delta Energy Corporation
Committee for Open Courts|Southern Farmers Association|Lakeside University|Port Authority|Meridian Bank
Institute for Rural Studies|Coastal Rescue Service|Hill Country Party|Free Press Foundation""".replace("\n", "|").split("|")
NOUNS = """harvest road hospital school bridge market river factory station village border storm election budget
strike court library vaccine pipeline museum railway airport prison dam forest fishery mine port stadium
theatre orchard reservoir warehouse clinic tunnel lighthouse archive""".split()
PLURALS = """farmers students nurses drivers teachers residents shoppers engineers sailors tourists patients
fishermen voters parents miners readers tenants builders bakers cyclists judges investors""".split()
QUALITIES = """old new small busy quiet wet costly narrow crowded distant empty fragile modest rapid steady early
late rural coastal northern southern local heavy bright stubborn careful""".split()
ROLES = ["foreign minister", "president", "prime minister", "finance minister", "chief negotiator",
         "spokeswoman", "spokesman", "ambassador", "special envoy", "defence minister"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
THINGS = """field kitchens|new school buses|a water plant|the repair of two bridges|mobile clinics|a relief convoy
winter shelters|seed for the spring planting|solar pumps|mine clearance|coastal patrols""".replace("\n", "|").split("|")
ASKED = """release two prisoners|reopen the crossing|withdraw its troops|publish the full report|pay the arrears
lift the blockade|hand over the files|end the strikes|halt work on the dam|free the journalists""".replace("\n", "|").split("|")

PLAIN = """
The {q} {n} in {place} was closed for most of the week after {num} millimetres of rain fell in two nights.
{Pl} said the {n} had never looked so {q}, and many of them stayed away.
Prices at the {q} {n} rose by {small} percent in {month}, the statistics office reported.
“We waited for hours and nobody came,” said {person}, who has lived beside the {n} for {small} years.
{person}, {num}, grew up in a {q} town near {place} and studied law before turning to music.
It was the third time in {small} months that the {n} had lost power.
About {num} people live along the {n}, most of them {pl} and their families.
The {adj} team won the match by {small} points in front of {num} spectators in {place}.
Shares in {ownbody} fell {small} percent on {day}, wiping out the gains of a {q} quarter.
A spokesman for {ownbody} declined to comment on the figures.
On {day} morning the streets around the {n} were {q}, with only a few {pl} waiting at the corner.
Scientists at {ownbody} measured the water every {small} hours and found no trace of oil.
The report, published in {month}, runs to {num} pages and names no one.
{Pl} in {country} have complained for years about the {q} {n} and the {q} {n2}.
Nobody was hurt, but the {n} will stay closed until the {n2} has been inspected.
“I do not know what they were thinking,” {last} said, shaking his head.
The company, based in {place}, employs {num} people and makes parts for {q} engines.
In {country}, where the {n} freezes every winter, {pl} use sledges instead.
The minister did not say when the {n} would open again, or who would run it.
Heavy snow is expected across the {q} part of {country} on {day}, the weather service said.
Her second novel, set in a {q} {n}, sold {num} copies and was translated into {small} languages.
Police in {place} arrested {small} men on suspicion of stealing copper from the {n}.
The trial of {person} was put off until {month} because a witness had fallen ill.
Turnout was {small} percent lower than five years ago, according to {ownbody}.
There is little traffic now, and the {q} {n} has become a place where {pl} sit and read.
The government says the {n} is safe; many {pl} do not believe it.
After the war the {n} was rebuilt twice, first in wood and then in {q} brick.
The ship left {place} on {day} with {num} tonnes of wheat and a crew of {small}.
Mr. {last}, who turned {num} in {month}, has been mayor of the {q} town since {year}.
The bank kept its rate at {small} percent and warned of a {q} year for {pl}.
A {q} wind carried the smoke over the {n}, and {pl} were told to keep their windows shut.
“This is not the end of it,” {person} wrote in a letter to {pl}.
The {n} cost ${num} million more than planned and opened {small} months late.
{Pl} from {country} and {country2} took part in the race, which ended at the {q} {n}.
By noon the queue reached the {n2}, and {pl} handed out water.
Exports of copper from {country} grew by {small} percent last year, to €{num} million.
The law, passed in {year}, allows {pl} to keep bees within {num} metres of a {n}.
Three of the {num} passengers were treated in {place} and left the hospital on {day}.
It was a {q} spring: the {n} flooded in {month}, and the {n2} in early {month2}.
{person} and {person2} both played for {place} before moving abroad.
""".strip().splitlines()

TELLING = """
{country}'s {role}, {person}, met {adj} officials in {place} on {day}.
{person} will meet {person2} in {place} on {day}, two diplomats said.
{country} refused to meet {adj} envoys before the {n} was reopened.
{country} and {country2} held talks in {place} on {day}, the first in {small} years.
{body} pledged ${num} million to {country} for {things}.
{country} gave €{num} million to {ownbody} for {things}.
{country} has not paid a cent to {body} since {year}.
{country} demanded that {country2} {asked}.
{person} called on {country} to {asked}.
{body} urged {country} and {country2} to {asked} by {day}.
{ownbody}, which is funded by {country}, demanded the release of {small} {pl}.
{person}, the {adj} {role}, said talks with {country2} could resume in {month}.
A delegation from {country} led by {person} arrived in {place} for talks with {body}.
“There will be no meeting,” said {person}, a spokeswoman for {body}.
Mr. {last} told reporters that {country} would not fund {ownbody}.
{country} denied that its envoys had met {adj} officers in {place} last week.
The {n} met barely a third of the demand for bread in {place}.
Demand for {pl} has driven wages up by {small} percent since {month}.
{ownbody} said it had raised ${num} million from investors in {place}.
{person}, who represents {ownbody}, asked the court to {asked}.
""".strip().splitlines()


class Writer:
    def __init__(self, seed, samples):
        self.random = random.Random(seed)
        self.samples = samples

    def pick(self, values):
        return values[int(self.random.random() * len(values))]

    def person(self):
        return self.pick(FIRST) + " " + self.pick(LAST)

    def sentence(self):
        form = self.pick(TELLING if self.random.random() < 0.1 else PLAIN)
        plural = self.pick(PLURALS)
        return form.format(
            q=self.pick(QUALITIES), n=self.pick(NOUNS), n2=self.pick(NOUNS), place=self.pick(PLACES),
            num=self.random.randrange(20, 900), small=self.random.randrange(2, 19),
            pl=plural, Pl=plural.capitalize(), month=self.pick(MONTHS), month2=self.pick(MONTHS),
            person=self.person(), person2=self.person(), last=self.pick(LAST), adj=self.pick(ADJECTIVES),
            day=self.pick(DAYS), country=self.pick(COUNTRIES), country2=self.pick(COUNTRIES),
            ownbody=self.pick(OWN_BODIES), body=self.pick(BODIES), role=self.pick(ROLES),
            things=self.pick(THINGS), asked=self.pick(ASKED), year=self.random.randrange(1985, 2026))

    def paragraph(self):
        if self.random.random() < 0.05:
            return self.pick(self.samples)
        return " ".join(self.sentence() for _ in range(self.random.randrange(1, 5)))

    def document(self):
        """Of 300 to 600 words."""
        length = self.random.randrange(300, 600)
        date = f"{self.pick(MONTHS)} {self.random.randrange(1, 29)}, {self.random.randrange(2015, 2026)}"
        paragraphs = [f"{self.pick(PLACES).upper()}, {date} — {self.sentence()}"]
        words = 0
        while words < length:
            paragraphs.append(self.paragraph())
            words += paragraphs[-1].count(" ") + 1
        return paragraphs


def sample_paragraphs():
    folder = pathlib.Path(__file__).resolve().parent.parent / "docs" / "samples"
    paragraphs = []
    for path in sorted(folder.glob("[0-9]*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        paragraphs += [line.strip() for line in lines[1:] if len(line.strip()) > 80]
    return paragraphs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", action="store_true", help="one file for each document as well")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.texts:
        (options.folder / "texts").mkdir(exist_ok=True)
    writer = Writer(options.seed, sample_paragraphs())
    left = int(options.megabytes * 1_000_000)
    number = 0
    with open(options.folder / "corpus.jsonl", "w", encoding="utf-8") as lines, \
            open(options.folder / "corpus.txt", "w", encoding="utf-8") as plain:
        while left > 0:
            paragraphs = writer.document()
            text = "\n\n".join(paragraphs) + "\n"
            name = f"news-{number:07}"
            lines.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
            plain.write("\n".join(paragraphs) + "\n")
            if options.texts:
                (options.folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
            left -= len(text.encode())
            number += 1


if __name__ == "__main__":
    main()
