using System.Runtime.InteropServices;
using BillingHeadless.Conformance.Command;

if (args is not ["serve", ..])
{
    return await CheckCommand.RunAsync(args, Console.Out, Console.Error);
}

using var end = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return await ServeCommand.RunAsync(args, Console.In, Console.Out, Console.Error, end.Token);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.Cancel();
}
