"""Following figures through SQL, construct by construct."""
