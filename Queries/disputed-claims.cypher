// title: Claims that texts disagree about
// about: The same relation between the same two, which one text asserts and another refuses or denies, with both sentences.
// example: legation run GRAPH Queries/disputed-claims.cypher

MATCH (first)-[said:REPRESENTS|MEETS_WITH|FUNDS]->(second)
WHERE said.status = 'asserted'
MATCH (first)-[denied]-(second)
WHERE type(denied) = type(said) AND denied.status IN ['refused', 'failed', 'negated']
UNWIND evidence(said) AS yes
UNWIND evidence(denied) AS no
RETURN first.name AS first,
       type(said) AS claim,
       second.name AS second,
       yes.sentence AS asserted,
       yes.document AS asserted_in,
       denied.status AS against,
       no.sentence AS denied,
       no.document AS denied_in
ORDER BY first, claim, second, asserted_in, denied_in;
