namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>Nobody pulls the plug here: a disk in memory saves the waiting.</summary>
internal static class MemoryFolder
{
    private static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    public static string Create() => Directory.CreateDirectory(Path.Combine(Memory, $"billing-simulation-{Guid.NewGuid():n}")).FullName;
}
