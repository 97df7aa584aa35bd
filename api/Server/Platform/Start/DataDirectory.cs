namespace BillingHeadless.Server.Platform.Start;

/// <summary>The one folder that the server writes to.</summary>
public sealed class DataDirectory(BillingOptions options) : IDisposable
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private FileStream? lockFile;

    public string Path => options.DataDirectory;

    public string DatabaseFile => In("billing.db");

    public string MasterKeyFile => In("master.key");

    /// <summary>The demo merchant's keys.</summary>
    public string DemoFile => In("demo.json");

    /// <summary>Outgoing mail, one file each, when there is no mail server.</summary>
    public string Outbox => In("outbox");

    /// <summary>Packages of plugins while they are loaded.</summary>
    public string Unpacked => In("unpacked");

    /// <summary>Creates the folder where it is missing and proves that it can be written.</summary>
    /// <exception cref="CannotStartException">It cannot.</exception>
    public void Open()
    {
        Guard(() =>
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OnlyOwner);
            }

            using var probe = new FileStream(In($"probe-{Environment.ProcessId}"), new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            });
        });
    }

    /// <summary>Keeps every other process away from the database file until this one ends, however it ends.</summary>
    /// <exception cref="CannotStartException">Another process has it.</exception>
    public void Lock() => Guard(() =>
    {
        try
        {
            lockFile = new FileStream(In("billing.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new CannotStartException(
                $"Another server already uses the data directory {Path}: stop it, set Billing:DataDirectory to another one, or use PostgreSQL to run several.",
                exception);
        }
    });

    public void Dispose() => lockFile?.Dispose();

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The data directory {Path} cannot be written: give the server's user the right to write it, or set Billing:DataDirectory to another one.",
                exception);
        }
    }
}
