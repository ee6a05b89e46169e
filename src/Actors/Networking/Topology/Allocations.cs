using System.Globalization;

namespace ActorKube.Actors.Networking.Topology;

/// <summary>How many endpoints a zone is to have.</summary>
/// <param name="Desired">Its share, or the least if that is more.</param>
/// <param name="Maximum">What it may have without another zone falling below its least.</param>
internal readonly record struct Allocation(double Desired, int Maximum);

/// <summary>
/// Endpoints by zone. A zone may carry a fifth more than its share, so its least is its share divided by 1.2, rounded up: with 10 endpoints and half of the CPUs 10 / 2 / 1.2 = 4.17, so 5.
/// </summary>
/// <param name="ByZone">By name.</param>
/// <param name="Refusal">Why they can't be shared out; null if they can.</param>
internal sealed record Allocations(IReadOnlyDictionary<string, Allocation> ByZone, string? Refusal)
{
    private const double Overload = 0.2;

    public static Allocations Of(IReadOnlyDictionary<string, double> shares, int endpoints)
    {
        if (shares.Count == 0)
        {
            return Refused("Insufficient Node information: allocatable CPU or zone not specified on one or more nodes");
        }

        var counted = string.Create(CultureInfo.InvariantCulture, $"({endpoints} endpoints, {shares.Count} zones)");
        if (shares.Count > endpoints)
        {
            return Refused("Insufficient number of endpoints " + counted);
        }

        var least = shares.ToDictionary(static s => s.Key, s => (int)Math.Ceiling(s.Value * endpoints / (1 + Overload)), StringComparer.Ordinal);
        var spare = endpoints - least.Values.Sum();
        return spare < 0
            ? Refused("Unable to allocate minimum required endpoints to each zone without exceeding overload threshold " + counted)
            : new Allocations(shares.ToDictionary(static s => s.Key, s => new Allocation(Math.Max(s.Value * endpoints, least[s.Key]), least[s.Key] + spare), StringComparer.Ordinal), null);
    }

    private static Allocations Refused(string why) => new(new Dictionary<string, Allocation>(), why);
}
