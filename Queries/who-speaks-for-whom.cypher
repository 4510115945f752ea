// title: Who speaks for whom
// about: The people, groups and organisations that speak or act for an actor, and in which role.
// parameter: actor (String, default null): only those who represent this actor; null for all
// example: legation run GRAPH Queries/who-speaks-for-whom.cypher --param actor=Russia

MATCH (speaker)-[claim:REPRESENTS]->(actor)
WHERE $actor IS NULL OR actor.name = $actor
RETURN actor.name AS actor,
       speaker.name AS speaker,
       claim.role AS role,
       claim.status AS status,
       claim.support AS sentences
ORDER BY actor, sentences DESC, speaker;
