// title: Shortest connection between two names
// about: One shortest chain of claims, in any direction, from one name to another; documents that mention both do not count.
// parameter: from (String): the one name
// parameter: to (String): the other name
// example: legation run GRAPH Queries/shortest-connection.cypher --param from=Qatar --param to=Ukraine

MATCH (one {name: $from}), (other {name: $to})
MATCH chain = shortestPath((one)-[:REPRESENTS|MEETS_WITH|FUNDS|DEMANDS|ADDRESSED_TO*..8]-(other))
RETURN length(chain) AS steps,
       [node IN nodes(chain) | coalesce(node.name, node.text)] AS names,
       [claim IN relationships(chain) | type(claim)] AS claims
ORDER BY steps
LIMIT 1;
