using BillingHeadless.Tests.Conformance.Commands;

return await KitCommands.RunAsync(args, Console.Out);
