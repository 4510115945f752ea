// title: Refused, failed and denied meetings
// about: Meetings that somebody refuses or cancels, that failed, or that did not take place, with the words that say so.
// parameter: actor (String, default null): only where this name takes part; null for all
// example: legation run GRAPH Queries/refused-meetings.cypher

MATCH (first)-[meeting:MEETS_WITH]->(second)
WHERE meeting.status IN ['refused', 'failed', 'negated']
  AND ($actor IS NULL OR first.name = $actor OR second.name = $actor)
UNWIND evidence(meeting) AS said
RETURN first.name AS first,
       second.name AS second,
       meeting.status AS status,
       said.cue AS cue,
       said.sentence AS sentence,
       said.document AS document
ORDER BY document, said.sentence_start;
