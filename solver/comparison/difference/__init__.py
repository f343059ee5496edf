"""Why the answer changed: what differs between two plans, and what each difference accounts for."""
