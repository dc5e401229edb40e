"""What words say of time, before anyone asks when "today" is: values, settling, policies, why; one folder a language."""
