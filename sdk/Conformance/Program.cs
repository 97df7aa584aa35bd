using BillingHeadless.Conformance.Command;

return await CheckCommand.RunAsync(args, Console.Out, Console.Error);
