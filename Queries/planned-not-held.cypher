// title: Planned but not yet held
// about: Meetings that were announced, and of which no text says that they took place, the latest announcement first.
// parameter: since (String, default ''): only what a document of this day (ISO 8601) or later says
// example: legation run GRAPH Queries/planned-not-held.cypher --param since=2025-12-01

MATCH (first)-[plan:MEETS_WITH]->(second)
WHERE plan.status = 'planned'
  AND coalesce(plan.last_seen, '') >= $since
  AND NOT EXISTS {
    MATCH (first)-[held:MEETS_WITH]-(second)
    WHERE held.status = 'asserted' AND coalesce(held.last_seen, '') >= coalesce(plan.last_seen, '')
    RETURN held
  }
RETURN first.name AS first,
       second.name AS second,
       plan.place AS place,
       plan.date AS date,
       plan.last_seen AS last_said,
       plan.support AS sentences
ORDER BY last_said DESC, first, second;
