"""What a user asks for, a file per step."""
