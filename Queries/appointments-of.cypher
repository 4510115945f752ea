// title: Appointments
// about: Whom companies give which office, what is planned and refused included. For graphs read with --pack company.
// parameter: name (String, default null): only of this company or this person; null for all
// example: legation run GRAPH Queries/appointments-of.cypher --param name=Norrvind

MATCH (company)-[office:APPOINTS]->(person)
WHERE $name IS NULL OR company.name = $name OR person.name = $name
RETURN company.name AS company,
       person.name AS person,
       office.role AS role,
       office.status AS status
ORDER BY company, person, role;
