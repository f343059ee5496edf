"""What a briefing opens with: the answer as a heading, the message in sentences, and the chain as a picture."""
