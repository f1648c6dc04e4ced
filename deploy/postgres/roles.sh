#!/bin/sh
# A role and a schema per service, once, when the database is made.
set -eu
for role in origination ingest analytics notification; do
  password=$(printenv "$(echo "$role" | tr a-z A-Z)_DATABASE_PASSWORD")
  psql -v ON_ERROR_STOP=1 -U postgres -d tablecall -v role="$role" -v password="$password" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE SCHEMA :"role" AUTHORIZATION :"role";
SQL
done
psql -v ON_ERROR_STOP=1 -U postgres -d tablecall -c 'REVOKE ALL ON SCHEMA public FROM PUBLIC'
