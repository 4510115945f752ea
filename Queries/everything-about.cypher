// title: Everything said of one name, with quotations
// about: All claims that begin or end at an entity, known by its name or an alias, each with the sentence that it was read in.
// parameter: name (String): the name or one of its aliases
// example: legation run GRAPH Queries/everything-about.cypher --param name=Qatar

MATCH (entity)-[claim:REPRESENTS|MEETS_WITH|FUNDS|DEMANDS|ADDRESSED_TO]-(other)
WHERE entity.name = $name OR $name IN coalesce(entity.aliases, [])
UNWIND evidence(claim) AS said
RETURN startNode(claim).name AS source,
       type(claim) AS claim,
       coalesce(endNode(claim).name, endNode(claim).text) AS target,
       claim.status AS status,
       said.sentence AS sentence,
       said.speaker AS said_by,
       said.document AS document
ORDER BY document, said.sentence_start, claim;
