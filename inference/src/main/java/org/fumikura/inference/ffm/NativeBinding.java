package org.fumikura.inference.ffm;

import java.lang.annotation.Annotation;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fumikura.inference.engine.RuntimeFault.Reason;
import org.fumikura.inference.engine.RuntimeUnusableException;
import org.jspecify.annotations.Nullable;

/// Implements a Java interface by a library's C functions. A method `llamaModelFree` calls
/// `llama_model_free`; its Java types say the C types (`boolean` is `bool`, `long` is `size_t` or
/// `int64_t`, a segment is a pointer, or a structure where [ByValue] says so). A method that
/// returns a structure has the allocator for it as its first parameter.
final class NativeBinding implements InvocationHandler {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Map<Class<?>, ValueLayout> LAYOUTS =
            Map.of(
                    int.class,
                    ValueLayout.JAVA_INT,
                    long.class,
                    ValueLayout.JAVA_LONG,
                    float.class,
                    ValueLayout.JAVA_FLOAT,
                    boolean.class,
                    ValueLayout.JAVA_BOOLEAN,
                    MemorySegment.class,
                    ValueLayout.ADDRESS);

    private final Map<Method, MethodHandle> functions = new HashMap<>();

    private NativeBinding(Class<?> api, SymbolLookup symbols) {
        for (Method method : api.getMethods()) {
            functions.put(method, function(method, symbols));
        }
    }

    /// @throws RuntimeUnusableException `SYMBOL_MISSING` if a function is not there
    static <T> T bind(Class<T> api, SymbolLookup symbols) {
        return api.cast(
                Proxy.newProxyInstance(
                        api.getClassLoader(),
                        new Class<?>[] {api},
                        new NativeBinding(api, symbols)));
    }

    private static MethodHandle function(Method method, SymbolLookup symbols) {
        String name = cName(method);
        MemorySegment address =
                symbols.find(name)
                        .orElseThrow(
                                () -> new RuntimeUnusableException(Reason.SYMBOL_MISSING, name));
        MethodHandle handle = Linker.nativeLinker().downcallHandle(address, descriptor(method));
        return handle.asSpreader(Object[].class, handle.type().parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static String cName(Method method) {
        return CAPITAL.matcher(method.getName())
                .replaceAll(match -> "_" + match.group().toLowerCase(Locale.ROOT));
    }

    private static FunctionDescriptor descriptor(Method method) {
        List<MemoryLayout> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getType() != SegmentAllocator.class) {
                arguments.add(layout(parameter.getType(), parameter.getAnnotations()));
            }
        }
        MemoryLayout[] layouts = arguments.toArray(MemoryLayout[]::new);
        return method.getReturnType() == void.class
                ? FunctionDescriptor.ofVoid(layouts)
                : FunctionDescriptor.of(
                        layout(method.getReturnType(), method.getAnnotations()), layouts);
    }

    private static MemoryLayout layout(Class<?> type, Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(ByValue.class::isInstance)
                .map(ByValue.class::cast)
                .<MemoryLayout>map(byValue -> byValue.value().layout())
                .findFirst()
                .orElseGet(() -> simple(type));
    }

    private static MemoryLayout simple(Class<?> type) {
        ValueLayout layout = LAYOUTS.get(type);
        if (layout == null) {
            throw new IllegalArgumentException("no C type for " + type);
        }
        return layout;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        MethodHandle function = functions.get(method);
        if (function == null) {
            throw new UnsupportedOperationException(method.getName());
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        return (Object) function.invokeExact(given);
    }
}
