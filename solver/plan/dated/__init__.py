"""Plans with years: their figures by year, and the plan of line-years that they come down to."""
