// title: Sums by giver
// about: How much each giver is said to give, apart by currency and by whether it is done, planned or refused. Each distinct claim counts once; claims without a number are counted but not summed.
// parameter: giver (String, default null): only this giver; null for all
// example: legation run GRAPH Queries/sums-by-giver.cypher

MATCH (giver)-[claim:FUNDS]->(receiver)
WHERE $giver IS NULL OR giver.name = $giver
RETURN giver.name AS giver,
       claim.status AS status,
       claim.currency AS currency,
       sum(claim.amount) AS sum,
       count(*) AS claims,
       collect(DISTINCT receiver.name) AS receivers
ORDER BY giver, status, sum DESC;
