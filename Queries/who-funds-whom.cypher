// title: Who funds whom
// about: Every giver, receiver and sum, the largest first, with what the text does with it: a pledge is planned, a cut is refused.
// parameter: country (String, default null): only where this name gives or receives; null for all
// example: legation run GRAPH Queries/who-funds-whom.cypher --param country=Ukraine

MATCH (giver)-[claim:FUNDS]->(receiver)
WHERE $country IS NULL OR giver.name = $country OR receiver.name = $country
RETURN giver.name AS giver,
       receiver.name AS receiver,
       claim.amount_text AS amount,
       claim.purpose AS purpose,
       claim.status AS status,
       claim.support AS sentences
ORDER BY coalesce(claim.amount, -1) DESC, giver, receiver;
