// title: Suits against a company
// about: Who takes it to court, as which sentence says. For graphs read with --pack company.
// parameter: company (String): the company that is sued
// example: legation run GRAPH Queries/suits-against.cypher --param company=Castellan

MATCH (plaintiff)-[suit:SUES]->(sued {name: $company})
UNWIND evidence(suit) AS proof
RETURN plaintiff.name AS plaintiff,
       suit.status AS status,
       suit.court AS court,
       proof.sentence AS sentence
ORDER BY plaintiff, status, sentence;
