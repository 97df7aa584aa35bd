using System.Text.Json;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Demo;

/// <summary>What the demo consists of, with its keys: a file that only the server's user can read.</summary>
public sealed record DemoContents
{
    public required string MerchantId { get; init; }

    public required string SecretKey { get; init; }

    public required string PublishableKey { get; init; }

    public required string ProductId { get; init; }

    public required IReadOnlyList<string> PlanIds { get; init; }

    public required string AgreementId { get; init; }

    public required string ButtonId { get; init; }

    /// <summary>A customer with a service; null in the file of an earlier demo.</summary>
    public DemoServiceContents? Service { get; init; }

    public required DemoAddresses Addresses { get; init; }
}

/// <summary>The service, and who has ordered it.</summary>
public sealed record DemoServiceContents
{
    public required string ProductId { get; init; }

    public required IReadOnlyList<string> PlanIds { get; init; }

    public required string CustomerId { get; init; }

    public required string SubscriptionId { get; init; }
}

/// <summary>Where a newcomer goes next.</summary>
public sealed record DemoAddresses
{
    /// <summary>Shows the way.</summary>
    public required string Start { get; init; }

    /// <summary>Where the buy button leads.</summary>
    public required string Buy { get; init; }

    /// <summary>The buyer's account.</summary>
    public required string Account { get; init; }

    /// <summary>The payment tab of a portal.</summary>
    public required string Tab { get; init; }

    /// <summary>The API, to be browsed.</summary>
    public required string Docs { get; init; }
}

/// <summary>Keeps the demo's file, <c>demo.json</c> in the data directory.</summary>
public sealed class DemoFile(DataDirectory directory)
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Readable = new(Json.Stored) { WriteIndented = true };

    public async Task<DemoContents?> Read(CancellationToken cancel)
    {
        if (!File.Exists(directory.DemoFile))
        {
            return null;
        }

        await using var stream = File.OpenRead(directory.DemoFile);
        return await JsonSerializer.DeserializeAsync<DemoContents>(stream, Readable, cancel);
    }

    /// <summary>Under another name first: whoever waits for the file finds it whole.</summary>
    public async Task Write(DemoContents contents, CancellationToken cancel)
    {
        var unfinished = directory.DemoFile + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwner;
        }

        await using (var stream = new FileStream(unfinished, options))
        {
            await JsonSerializer.SerializeAsync(stream, contents, Readable, cancel);
        }

        File.Move(unfinished, directory.DemoFile, overwrite: true);
    }
}
