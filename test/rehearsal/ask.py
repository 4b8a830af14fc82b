"""One call of AWS's API at AWS_ENDPOINT_URL, its answer as JSON: ask.py cloudwatch describe_alarms '{}'.

A list that has pages is answered whole. Needs botocore, which the emulator brings.
"""

import json
import sys

import botocore.session

service, operation, parameters = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
client = botocore.session.get_session().create_client(service)
if client.can_paginate(operation):
    answer = client.get_paginator(operation).paginate(**parameters).build_full_result()
else:
    answer = getattr(client, operation)(**parameters)
print(json.dumps(answer, default=str))
