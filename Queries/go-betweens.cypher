// title: Both sides of a conflict and their go-betweens
// about: Who meets with both sides, or with those who represent them; refused, failed and denied meetings do not count.
// parameter: one (String): the one side
// parameter: other (String): the other side
// example: legation run GRAPH Queries/go-betweens.cypher --param one=Russia --param other=Ukraine

MATCH (between)-[first:MEETS_WITH]-(envoy)-[:REPRESENTS*0..1]->(one {name: $one})
WHERE first.status IN ['asserted', 'planned', 'possible'] AND between <> one
WITH DISTINCT between, envoy
MATCH (between)-[second:MEETS_WITH]-(counterpart)-[:REPRESENTS*0..1]->(other {name: $other})
WHERE second.status IN ['asserted', 'planned', 'possible'] AND between <> other
  AND between.name <> $one AND between.name <> $other
RETURN between.name AS go_between,
       collect(DISTINCT envoy.name) AS on_the_one_side,
       collect(DISTINCT counterpart.name) AS on_the_other_side
ORDER BY size(on_the_one_side) + size(on_the_other_side) DESC, go_between;
