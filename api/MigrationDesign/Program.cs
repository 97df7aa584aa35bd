await Console.Error.WriteLineAsync("This only serves dotnet ef: run api/MigrationDesign/add-migration.sh.");
return 1;
