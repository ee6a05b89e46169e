using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>What can be told of a pod from its stored JSON without making a record of it.</summary>
public static class PodJson
{
    /// <summary><c>spec.nodeName</c>; empty for a pod that isn't bound. As JSON has it: names of nodes have no characters that it escapes.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ReadOnlySpan<byte> NodeName(ReadOnlySpan<byte> pod)
    {
        var json = new Utf8JsonReader(pod, JsonLimits.ReaderOptions);
        return json.Read() && TryEnter(ref json, "spec"u8) && TryEnter(ref json, "nodeName"u8) && json.TokenType == JsonTokenType.String ? json.ValueSpan : [];
    }

    /// <summary>False for a pod without a volume that stands on a claim; true for all that have one, and perhaps for others.</summary>
    public static bool MayHaveClaims(ReadOnlySpan<byte> pod) => pod.IndexOf("\"persistentVolumeClaim\":{"u8) >= 0 || pod.IndexOf("\"ephemeral\":{"u8) >= 0;

    /// <summary>From the start of an object to the value of one of its members.</summary>
    private static bool TryEnter(ref Utf8JsonReader json, ReadOnlySpan<byte> member)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(member);
            json.Read();
            if (isIt)
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }
}
