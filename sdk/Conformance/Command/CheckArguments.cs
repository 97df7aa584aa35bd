namespace BillingHeadless.Conformance.Command;

/// <summary>What was asked for.</summary>
internal sealed record CheckArguments(string Package, string Adapter, string? Previous, string? Report)
{
    /// <summary>Reads the arguments; null when they make no command.</summary>
    public static CheckArguments? Read(string[] args)
    {
        if (args is not ["check", var package, .. var options] || options.Length % 2 != 0)
        {
            return null;
        }

        var values = options.Chunk(2).ToLookup(option => option[0], option => option[1]);
        string[] known = ["--adapter", "--previous", "--report"];
        return values.All(value => known.Contains(value.Key) && value.Count() == 1) && values["--adapter"].FirstOrDefault() is { } adapter
            ? new CheckArguments(package, adapter, values["--previous"].FirstOrDefault(), values["--report"].FirstOrDefault())
            : null;
    }
}
