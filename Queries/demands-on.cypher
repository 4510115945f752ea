// title: Demands on a country, and by whom
// about: What is demanded of an actor, who demands it, and where the text says so.
// parameter: addressee (String, default null): only demands addressed to this name; null for all
// example: legation run GRAPH Queries/demands-on.cypher --param addressee=Ukraine

MATCH (actor)-[claim:DEMANDS]->(demand:Demand)-[:ADDRESSED_TO]->(addressee)
WHERE $addressee IS NULL OR addressee.name = $addressee
UNWIND evidence(claim) AS said
RETURN addressee.name AS addressee,
       actor.name AS demanded_by,
       demand.text AS demand,
       claim.status AS status,
       said.document AS document
ORDER BY addressee, demanded_by, demand, document;
