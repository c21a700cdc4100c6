"""The asset graph, from files to edition, made from the catalogue and the dbt manifest."""
