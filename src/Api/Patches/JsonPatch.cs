using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>
/// JSON Patch (RFC 6902) with the liberties the Kubernetes API server takes: negative indexes count from the end,
/// <c>replace</c> of an absent member adds it, <c>copy</c> and <c>move</c> of an absent member give null.
/// </summary>
public static class JsonPatch
{
    /// <summary>Most operations a patch may have.</summary>
    public const int MaxOperations = 10_000;

    /// <summary>Most bytes that the copy operations of one patch may add.</summary>
    public const int MaxCopiedBytes = 3 * 1024 * 1024;

    /// <summary>Applies the operations in order, all or none.</summary>
    /// <param name="document">Left as it is.</param>
    /// <param name="patch">An array of operations.</param>
    /// <returns>A new document.</returns>
    /// <exception cref="PatchException">The patch is malformed, too large or doesn't fit the document.</exception>
    public static JsonNode Apply(JsonNode document, JsonNode? patch)
    {
        var operations = JsonPatchOperation.ReadAll(patch);
        if (operations.Count > MaxOperations)
        {
            throw new PatchException(PatchError.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The allowed maximum operations in a JSON patch is {MaxOperations}, got {operations.Count}"));
        }

        var run = new JsonPatchRun(document.DeepClone());
        foreach (var operation in operations)
        {
            run.Apply(operation);
        }

        return run.Document;
    }
}
