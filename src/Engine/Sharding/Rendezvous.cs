using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Sharding;

/// <summary>
/// Rendezvous hashing (Thaler and Ravishankar, 1998): every host gets a weight for every object, the heaviest has it. All hosts come to the same result from the same names, and when a host
/// goes only its own objects move, to all others alike. The hash is part of the protocol between hosts: FNV-1a of the text, mixed as in SplitMix64.
/// </summary>
internal static class Rendezvous
{
    public static ulong Hash(ObjectKey key) => Mix(Text(Text(Text(Basis, key.Resource), key.Namespace), key.Name));

    public static ulong Hash(string host) => Mix(Text(Basis, host));

    /// <summary>The index of the heaviest host; -1 if there is none.</summary>
    public static int Heaviest(ReadOnlySpan<ulong> hosts, ulong item)
    {
        var (best, weight) = (-1, 0UL);
        for (var i = 0; i < hosts.Length; i++)
        {
            var own = Mix(hosts[i] ^ item);
            if (best < 0 || own > weight)
            {
                (best, weight) = (i, own);
            }
        }

        return best;
    }

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static ulong Text(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        // A separator that no name has: "a" + "bc" is not "ab" + "c".
        return (hash ^ 0xffff) * Prime;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
