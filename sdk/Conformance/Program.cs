using BillingHeadless.Conformance.Command;

if (args is not ["serve", ..])
{
    return await CheckCommand.RunAsync(args, Console.Out, Console.Error);
}

using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    end.Cancel();
};
return await ServeCommand.RunAsync(args, Console.In, Console.Out, Console.Error, end.Token);
