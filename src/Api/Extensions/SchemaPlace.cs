using System.Globalization;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>Where a value stands: at a field, and below it by names and indices, which messages repeat.</summary>
/// <param name="Root">The field that holds the value.</param>
/// <param name="Name">The way from there, such as <c>spec.parts[0].id</c>.</param>
internal readonly record struct SchemaPlace(FieldPath Root, string Name)
{
    public FieldPath Field => Name.Length == 0 ? Root : Root.Child(Name);

    public SchemaPlace Member(string name) => this with { Name = Name.Length == 0 ? name : $"{Name}.{name}" };

    public SchemaPlace Item(int index) => this with { Name = string.Create(CultureInfo.InvariantCulture, $"{Name}[{index}]") };

    public void Invalid(object? value, string detail, FieldErrors errors) => errors.Invalid(Field, value, $"{Name} in body {detail}".TrimStart());
}
