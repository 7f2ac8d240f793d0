"""What the steps found, as text for people and as JSON for programs."""
