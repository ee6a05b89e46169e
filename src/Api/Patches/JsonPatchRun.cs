using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Patches;

/// <summary>One application of a JSON patch to a document that it owns.</summary>
internal sealed class JsonPatchRun(JsonNode document)
{
    private long _copied;

    public JsonNode Document { get; private set; } = document;

    public void Apply(JsonPatchOperation operation)
    {
        switch (operation.Op)
        {
            case "add":
                Put(operation.Value?.DeepClone(), operation);
                break;
            case "remove":
                Check(Locate(operation.Path, operation).TryRemove(), operation);
                break;
            case "replace":
                Replace(operation);
                break;
            case "move":
                Move(operation);
                break;
            case "copy":
                Copy(operation);
                break;
            case "test":
                Test(operation);
                break;
            default:
                throw PatchException.Inapplicable($"Unexpected kind: {operation.Op ?? "unknown"}");
        }
    }

    private void Replace(JsonPatchOperation operation)
    {
        if (operation.Path?.Length == 0)
        {
            Check(operation.Value is JsonObject or JsonArray, operation);
            Document = operation.Value!.DeepClone();
            return;
        }

        var target = Locate(operation.Path, operation);
        CheckDepth(operation.Value, operation);
        Check(target.TryReplace(operation.Value?.DeepClone()), operation);
    }

    private void Move(JsonPatchOperation operation)
    {
        var from = Locate(operation.From, operation);
        Check(from.TryGet(out var value) && from.TryRemove(), operation);
        Put(value, operation);
    }

    private void Copy(JsonPatchOperation operation)
    {
        Check(Locate(operation.From, operation).TryGet(out var value), operation);
        _copied += value is null ? 4 : Encoding.UTF8.GetByteCount(value.ToJsonString());
        if (_copied > JsonPatch.MaxCopiedBytes)
        {
            throw PatchException.Inapplicable($"Unable to complete the copy, the accumulated size increase of copy is {_copied}, exceeding the limit {JsonPatch.MaxCopiedBytes}");
        }

        Put(value?.DeepClone(), operation);
    }

    private void Put(JsonNode? value, JsonPatchOperation operation)
    {
        var target = Locate(operation.Path, operation);
        CheckDepth(value, operation);
        Check(target.TryAdd(value), operation);
    }

    /// <summary>Values put into one another would nest without bounds; copies into themselves would double the depth each time.</summary>
    private static void CheckDepth(JsonNode? value, JsonPatchOperation operation) =>
        Check(operation.Path!.AsSpan().Count('/') + JsonKind.Depth(value) <= JsonLimits.MaxDepth, operation);

    private void Test(JsonPatchOperation operation)
    {
        if (operation.Path?.Length == 0)
        {
            Check(JsonNode.DeepEquals(Document, operation.Value), operation);
            return;
        }

        Check(Locate(operation.Path, operation).TryGet(out var value) && JsonNode.DeepEquals(value, operation.Value), operation);
    }

    private JsonPointer Locate(string? path, JsonPatchOperation operation) =>
        (path is null ? null : JsonPointer.Resolve(Document, path)) ?? throw Fails(operation);

    private static void Check(bool condition, JsonPatchOperation operation)
    {
        if (!condition)
        {
            throw Fails(operation);
        }
    }

    private static PatchException Fails(JsonPatchOperation operation) => PatchException.Inapplicable(operation.Op == "test"
        ? $"testing value {operation.Path} failed: test failed"
        : $"{operation.Op} operation does not apply: from \"{operation.From}\", path \"{operation.Path}\"");
}
