// title: Meetings of a person
// about: Whom a person meets, met or is to meet, with the place, the date and the words; denied and refused meetings are shown as such.
// parameter: person (String): a name or a part of it, in any case
// example: legation run GRAPH Queries/meetings-of.cypher --param person=Witkoff

MATCH (person)-[meeting:MEETS_WITH]-(other)
WHERE toLower(person.name) CONTAINS toLower($person)
UNWIND evidence(meeting) AS said
RETURN person.name AS person,
       other.name AS with,
       meeting.status AS status,
       meeting.place AS place,
       meeting.date AS date,
       said.sentence AS sentence,
       said.document AS document
ORDER BY person, document, said.sentence_start;
