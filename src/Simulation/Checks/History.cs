using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ActorKube.Simulation.Checks;

/// <summary>What happened in a simulation, in order, and what of it must not have. Two runs are the same if their histories have the same hash.</summary>
/// <param name="time">The true time.</param>
/// <param name="told">Gets each line as it is written.</param>
public sealed class History(Time.VirtualTime time, Action<string>? told = null) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<string> _violations = [];

    public IReadOnlyList<string> Violations => _violations;

    public void Add(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.Elapsed.TotalSeconds,10:0.000000} {what}");
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        told?.Invoke(line);
    }

    /// <summary>Something happened that must not.</summary>
    public void Violated(string what)
    {
        _violations.Add(string.Create(CultureInfo.InvariantCulture, $"at {time.Elapsed.TotalSeconds:0.000} s: {what}"));
        Add("VIOLATION " + what);
    }

    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
