using BillingHeadless.Packaging;

return await PackagingCommands.RunAsync(args, Console.Out, Console.Error);
