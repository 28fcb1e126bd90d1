"""Who is asking, and whether this address may be asked at all."""
