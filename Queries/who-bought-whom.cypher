// title: Who bought whom
// about: Takeovers and purchases, the largest first; a rejected bid is refused, an agreed deal planned. For graphs read with --pack company.
// parameter: company (String, default null): only where this company buys or is bought; null for all
// example: legation run GRAPH Queries/who-bought-whom.cypher

MATCH (buyer)-[deal:ACQUIRES]->(bought)
WHERE $company IS NULL OR buyer.name = $company OR bought.name = $company
RETURN buyer.name AS buyer,
       bought.name AS bought,
       deal.amount_text AS price,
       deal.stake AS stake,
       deal.status AS status,
       deal.support AS sentences
ORDER BY coalesce(deal.amount, -1) DESC, buyer, bought, status;
