using BillingHeadless.Conformance.Assertions;
using BillingHeadless.Conformance.Reporting;
using BillingHeadless.Plugins.Gateways;
using Xunit.Sdk;

namespace BillingHeadless.Conformance.Running;

/// <summary>Goes through the table with one plugin, within the limits.</summary>
internal sealed class KitRun(PluginSubject subject, ConformanceOptions options)
{
    private readonly long began = TimeProvider.System.GetTimestamp();
    private readonly List<AssertionResult> results = [];
    private IReadOnlyDictionary<string, string> notes = new Dictionary<string, string>();

    public async Task<IReadOnlyList<AssertionResult>> CheckAllAsync()
    {
        await using (var adapter = subject.NewAdapter())
        {
            notes = adapter.KnownDeviations;
        }

        foreach (var group in AllAssertions.Groups)
        {
            foreach (var assertion in group.Package)
            {
                await CheckAsync(group.Name, assertion.Name, () => RunAsync(assertion)).ConfigureAwait(false);
            }

            foreach (var assertion in group.Gateway)
            {
                await CheckAsync(group.Name, assertion.Name, () => RunAsync(assertion)).ConfigureAwait(false);
            }

            results.AddRange(AllAssertions.OutsideTheContract
                .Where(outside => outside.Group == group.Name)
                .Select(outside => new AssertionResult(outside.Group, outside.Name, AssertionVerdict.NotApplicable, outside.Reason)));
        }

        return results;
    }

    private Task RunAsync(PackageAssertion assertion) => Task.Run(() => assertion.Check(subject));

    private async Task RunAsync(GatewayAssertion assertion)
    {
        var gateway = subject.Gateway!;
        var adapter = subject.NewAdapter();
        if (assertion.NotFor(gateway.Describe(), adapter) is { } reason)
        {
            await adapter.DisposeAsync().ConfigureAwait(false);
            throw new NotApplicableException(reason);
        }

        await adapter.Stub.StartAsync().ConfigureAwait(false);
        await using var run = new GatewayRun(gateway, adapter) { Subject = subject };
        try
        {
            await assertion.Run(run).ConfigureAwait(false);
        }
        catch (XunitException failed) when (run.Stub.LastAnswer is { } answer)
        {
            throw new XunitException($"{failed.Message}\nThe provider's last answer: {answer}", failed);
        }
    }

    private async Task CheckAsync(string group, string name, Func<Task> run)
    {
        var start = TimeProvider.System.GetTimestamp();
        var (verdict, reason) = ReasonNotToRun(group) is { } not ? (AssertionVerdict.NotRun, not) : await JudgeAsync(run).ConfigureAwait(false);
        var note = verdict is AssertionVerdict.Failed or AssertionVerdict.NoAnswer ? notes.GetValueOrDefault(name.Split(' ')[0]) : null;
        results.Add(new AssertionResult(group, name, verdict, reason) { Note = note, Duration = TimeProvider.System.GetElapsedTime(start) });
    }

    private string? ReasonNotToRun(string group)
    {
        var isPackage = group == AllAssertions.Groups[0].Name && subject.Gateway is null && results.Count < AllAssertions.Groups[0].Package.Count;
        return this switch
        {
            _ when options.StopAtFirstFailure && results.Any(result => result.IsFailure) => "An assertion before it has failed.",
            _ when TimeProvider.System.GetElapsedTime(began) > options.Limit => $"The {options.Limit.TotalMinutes:0.#} minutes of the whole check are over.",
            _ when subject.Gateway is null && !isPackage => "There is no plugin to call.",
            _ => null,
        };
    }

    private async Task<(AssertionVerdict, string?)> JudgeAsync(Func<Task> run)
    {
        try
        {
            await run().WaitAsync(options.AssertionLimit).ConfigureAwait(false);
            return (AssertionVerdict.Passed, null);
        }
        catch (NotApplicableException not)
        {
            return (AssertionVerdict.NotApplicable, not.Message);
        }
        catch (NoAnswerException none)
        {
            return (AssertionVerdict.NoAnswer, none.Message);
        }
        catch (XunitException failed)
        {
            return (AssertionVerdict.Failed, failed.Message);
        }
        catch (TimeoutException)
        {
            return (AssertionVerdict.Failed, $"It took longer than {options.AssertionLimit.TotalSeconds:0} s.");
        }
        catch (Exception broken)
        {
            return (AssertionVerdict.KitFailed, $"The kit or the adapter failed, which says nothing about the plugin: {broken}");
        }
    }
}
