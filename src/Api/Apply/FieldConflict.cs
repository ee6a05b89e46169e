namespace ActorKube.Api.Apply;

/// <summary>A field that an apply would take from another manager.</summary>
/// <param name="Owner">The entry that has it.</param>
/// <param name="Path">The field.</param>
public sealed record FieldConflict(ManagedFieldsEntry Owner, FieldPath Path)
{
    /// <summary>The text of the cause in the Status: <c>conflict with "kubectl" using apps/v1</c>. Its field is <see cref="Path"/>.</summary>
    public string Message => $"conflict with {Who}";

    internal string Who
    {
        get
        {
            var manager = $"\"{Owner.Manager}\"" + (Owner.Subresource.Length > 0 ? $" with subresource \"{Owner.Subresource}\"" : "");
            return Owner.Operation == ManagedFieldsOperation.Update ? $"{manager} using {Owner.ApiVersion}" : manager;
        }
    }
}
