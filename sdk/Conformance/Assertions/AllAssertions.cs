namespace BillingHeadless.Conformance.Assertions;

/// <summary>The table: what must hold for every gateway, in the order in which it is checked.</summary>
internal static class AllAssertions
{
    public static IReadOnlyList<AssertionGroup> Groups { get; } =
    [
        new("Package and manifest", [.. PackageAssertions.OfPackage], [.. PackageAssertions.OfGateway]),
        new("Configuration", ConfigurationAssertions.All),
        new("Payments", [.. PaymentAssertions.All, .. RefundAssertions.All, .. ConfigurationAssertions.OfPurchases]),
        new("Idempotency", IdempotencyAssertions.All),
        new("Unknown outcome", LostAnswerAssertions.All),
        new("Inbound", CallbackAssertions.All),
        new("Hosting behaviour", [.. HostingAssertions.All, .. LifetimeAssertions.All]),
    ];

    /// <summary>What this contract leaves no room for: named in every report, so that nobody has to wonder where it is.</summary>
    public static IReadOnlyList<(string Group, string Name, string Reason)> OutsideTheContract { get; } =
    [
        ("Payments", "21 Continuing with tampered fields does not succeed", "The contract has no command to continue: a buyer who comes back makes the host ask, and what a browser brings proves nothing (42)."),
        ("Payments", "23 Partial capture, then the rest", "The contract captures at once: there is no authorisation to capture."),
        ("Payments", "24 Voiding after the capture", "The contract has no void: money goes back by refunds (25)."),
        ("Inbound", "46 Other charsets", "A message is raw bytes to the contract; that they are taken as such is a part of 42."),
        ("Hosting behaviour", "51 No thread, timer, socket, watcher or process is left", "Sockets, watchers and processes are refused by 05; threads, tasks and timers would keep the code in memory, which 52 sees."),
        ("Hosting behaviour", "55 Other time zones", "The host lends a clock in UTC, and no other clock is allowed."),
    ];
}
